import { addDays } from "@/lib/time/day";
import { expect, expectNoAxeViolations, expectNoOverflow, test } from "../support/e2e";
import { createOffice } from "../support/e2e-office";
import { addAbsence, addAskedHandover, addCover } from "../support/e2e-records";

const PHONE = { width: 390, height: 844 };

test("an assistant sees on a phone today first: hours, own executives, cover and for whom", async ({
  page,
  signInAs,
}) => {
  const { days, assistants, executives } = await createOffice({
    assistants: { ada: {}, bo: {} },
    executives: { edith: { primary: "ada" }, zoe: { primary: "bo" } },
    isAlwaysOpen: true,
  });
  const { ada, bo } = assistants;
  const until = days.dayOf(1, 5);
  const absenceId = await addAbsence(bo, { from: days.today, to: until, status: "approved" });
  await addCover(executives.zoe, ada, { from: addDays(days.today, 1), to: until, absenceId });
  await addAskedHandover(executives.zoe, { owner: bo, cover: ada, on: days.today });
  await page.setViewportSize(PHONE);
  await signInAs(ada);
  await page.goto("/");
  await expect(page).toHaveURL(/\/assistant\/week/);
  await expect(page.getByRole("heading", { name: /^Today, / })).toBeVisible();
  await expect(page.getByRole("region", { name: "I support" }).getByRole("listitem")).toHaveText(
    new RegExp(executives.edith.name),
  );
  const cover = page.getByRole("region", { name: "I cover" }).getByRole("listitem");
  await expect(cover).toContainText(executives.zoe.name);
  await expect(cover).toContainText(`For ${bo.name}`);
  await expect(cover).toContainText("Handover not read");
  await expect(cover).toContainText("all day");
  await expect(page.getByRole("region", { name: "Coming days" })).toContainText("1 own, covers Zoe");
  await page.setViewportSize({ width: 320, height: 700 });
  await expectNoOverflow(page);
  await page.getByRole("link", { name: "Next week" }).click();
  await expect(page).toHaveURL(/week=/);
  await expect(page.getByRole("link", { name: "Today", exact: true })).toBeVisible();
});

test("what is new takes one line, and is gone once it is seen", async ({ page, signInAs }) => {
  const { assistants, executives } = await createOffice({
    assistants: { ada: {} },
    executives: { edith: { primary: "ada" } },
    isAlwaysOpen: true,
  });
  await signInAs(executives.edith);
  await page.goto("/executive");
  await page.getByLabel("What do you need?").fill("A quiet room at three");
  await page.keyboard.press("Enter");
  await expect(page.getByText(`Sent to ${assistants.ada.name}`)).toBeVisible();
  await signInAs(assistants.ada);
  await page.goto("/assistant/week");
  const news = page.getByRole("region", { name: "New since your last visit" });
  await expect(news).toContainText("A quiet room at three");
  await expect(page.getByRole("region", { name: "I support" })).toContainText("1 request");
  await news.getByRole("button", { name: "Got it" }).click();
  await expect(news).toHaveCount(0);
});

test("ill on a phone: a tap, a sheet, a tap, and for some seconds the way back", async ({
  page,
  signInAs,
}) => {
  const { assistants } = await createOffice({
    assistants: { ada: {} },
    executives: { edith: { primary: "ada" } },
    isAlwaysOpen: true,
  });
  await page.setViewportSize(PHONE);
  await signInAs(assistants.ada);
  await page.goto("/assistant/week");
  await page.getByRole("button", { name: "I’m ill" }).click();
  const sheet = page.getByRole("dialog", { name: "I’m ill" });
  await expect(sheet).toContainText("finds cover for 1 executive");
  await expectNoAxeViolations(page);
  await sheet.getByRole("button", { name: /^(Today, all day|The rest of today)$/ }).click();
  await expect(page.getByText(/Get well soon. Your manager knows/)).toBeVisible();
  await expect(page.getByRole("region", { name: "Your sickness" })).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("Withdrawn. Your manager is notified.")).toBeVisible();
  await expect(page.getByRole("button", { name: "I’m ill" })).toBeVisible();
});

test("an assistant cannot enter the manager's or the executive's room", async ({
  page,
  signInAs,
  context,
}) => {
  const { assistants } = await createOffice({ assistants: { ada: {} } });
  await signInAs(assistants.ada);
  for (const path of ["/manager/coverage", "/executive", "/admin"]) {
    const answer = await context.request.get(path);
    expect(answer.status(), path).toBe(404);
  }
  await page.goto("/assistant/week");
  await expect(page.getByRole("link", { name: "Assistants" })).toHaveCount(0);
});
