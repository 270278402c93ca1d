import { expect, expectNoAxeViolations, test } from "../support/e2e";
import { beginToday, coverDesk, findFreeDesk, releaseDesk } from "../support/e2e-handovers";

const DESKTOP = { width: 1440, height: 900 };
const PHONE = { width: 360, height: 780 };

test("a desk is handed over and back: completed, asked about, answered, read on a phone, returned", async ({
  page,
  signInAs,
  context,
}) => {
  test.slow();
  const desk = await findFreeDesk("London", 0);
  const coverId = await coverDesk(desk, 7, 8);
  const as = async (email: string, size: typeof PHONE) => {
    await context.clearCookies();
    await page.setViewportSize(size);
    await signInAs(email as `${string}@${string}`);
    await page.goto("/assistant/handovers");
    await page.getByRole("link", { name: `Open the handover of ${desk.executive}` }).click();
    await expect(page.getByRole("heading", { level: 1, name: desk.executive })).toBeVisible();
  };
  try {
    await as(desk.ownerEmail, DESKTOP);
    await page.getByText("Add what to watch", { exact: true }).click();
    await page.getByRole("textbox", { name: "What to watch" }).fill("The auditors come on Tuesday");
    await page.getByRole("button", { name: "Add", exact: true }).click();
    await expect(page.getByText("The auditors come on Tuesday").first()).toBeVisible();
    await expectNoAxeViolations(page);
    await page.getByRole("button", { name: "Mark as ready" }).click();
    await expect(page.getByText("To be read").first()).toBeVisible();

    await as(desk.coverEmail, PHONE);
    await page.getByLabel("Your question").fill("Which room do they sit in?");
    await page.getByRole("button", { name: "Send question" }).click();
    await expect(page.getByRole("link", { name: "1 open question" })).toBeVisible();

    await as(desk.ownerEmail, DESKTOP);
    await page.getByRole("textbox", { name: "Answer" }).fill("The small one by the lift.");
    await page.getByRole("button", { name: "Send answer" }).click();
    await expect(page.getByRole("link", { name: "1 open question" })).toHaveCount(0);

    await as(desk.coverEmail, PHONE);
    await expect(page.getByText("The small one by the lift.")).toBeVisible();
    await expect(page.getByText(/Confidential sections, if there are any/)).toBeVisible();
    await expectNoAxeViolations(page);
    await page.getByRole("button", { name: "I have read this" }).click();
    await expect(page.getByText("Read", { exact: true })).toBeVisible();

    await beginToday(coverId);
    await as(desk.coverEmail, PHONE);
    await expect(page.getByText("Confidential sections are open to you while you cover.")).toBeVisible();
    await expect(page.getByRole("heading", { name: "Today" })).toBeVisible();
    await page.getByText("Note something").click();
    await page.getByLabel("What happened or changed").fill("The auditors want one more day");
    await page.getByRole("button", { name: "Add note" }).click();
    await expect(page.getByText("The auditors want one more day").first()).toBeVisible();
    await page.getByText("Hand back", { exact: true }).first().click();
    await page.getByLabel("Last words for whoever returns").fill("Otherwise as it was");
    await page.getByRole("button", { name: "Hand back" }).click();
    await expect(page.getByText("Handed back").first()).toBeVisible();

    await as(desk.ownerEmail, DESKTOP);
    await expect(page.getByText("Otherwise as it was")).toBeVisible();
    await expectNoAxeViolations(page);
    await page.getByRole("button", { name: "Close handover" }).click();
    await expect(page.getByText("Closed", { exact: true }).first()).toBeVisible();
  } finally {
    await releaseDesk(coverId);
  }
});

test("the manager sees what is amiss first and filters it in the address", async ({ page, signInAs }) => {
  await signInAs("manager");
  await page.goto("/manager/handovers");
  await expect(page.getByRole("table")).toBeVisible();
  await expectNoAxeViolations(page);
  await page.getByRole("link", { name: /^Open questions/ }).click();
  await expect(page).toHaveURL(/concern=questions/);
  await page.getByRole("rowheader").first().getByRole("link").click();
  await expect(page.getByRole("heading", { name: "Questions" })).toBeVisible();
  await expectNoAxeViolations(page);
});

test("an executive writes how they like to be supported, on a phone, and keeps a section confidential", async ({
  page,
  signInAs,
}) => {
  await page.setViewportSize(PHONE);
  const desk = await findFreeDesk("London", 1);
  await signInAs(desk.executiveEmail as `${string}@${string}`);
  await page.goto("/executive/profile");
  await expectNoAxeViolations(page);
  const words = `Tea at four, ${Date.now()}`;
  await page.getByText("Add a section").click();
  const form = page.locator("form", { has: page.getByRole("button", { name: "Save section" }) }).last();
  await form.getByLabel("Text").fill(words);
  await form.getByLabel("Confidential").check();
  await form.getByRole("button", { name: "Save section" }).click();
  await expect(page.getByText(words).first()).toBeVisible();
  await expectNoAxeViolations(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
});

test("an assistant keeps the routine of an own desk", async ({ page, signInAs }) => {
  const desk = await findFreeDesk("London", 2);
  await signInAs(desk.ownerEmail as `${string}@${string}`);
  await page.goto("/assistant/handovers");
  await page.getByRole("link", { name: `Profile and routine of ${desk.executive}` }).click();
  await page.getByText("Add what recurs").click();
  await page.getByLabel("What", { exact: true }).first().fill("Water the plants");
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await expect(page.getByText("Choose weekdays, or a day of the month.").first()).toBeVisible();
  await expect(page.getByLabel("What", { exact: true }).first()).toHaveValue("Water the plants");
  await page.getByLabel("Friday").check();
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await expect(page.getByText("Water the plants").first()).toBeVisible();
  await expectNoAxeViolations(page);
});
