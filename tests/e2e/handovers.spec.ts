import { addDays } from "@/lib/time/day";
import { expect, expectNoAxeViolations, test } from "../support/e2e";
import { createOffice, type OfficePerson } from "../support/e2e-office";
import { addAskedHandover, addCover, beginCover } from "../support/e2e-records";

const DESKTOP = { width: 1440, height: 900 };
const PHONE = { width: 360, height: 780 };

/** An executive, their assistant and a colleague who can cover, at work on any day. */
async function createDesk() {
  const { days, manager, assistants, executives } = await createOffice({
    assistants: { owen: {}, cleo: {} },
    executives: { edith: { primary: "owen" } },
    isAlwaysOpen: true,
  });
  return { days, manager, owner: assistants.owen, cover: assistants.cleo, executive: executives.edith };
}

test("an executive's work is handed over and back: completed, asked about, answered, read on a phone, returned", async ({
  page,
  signInAs,
}) => {
  const { days, owner, cover, executive } = await createDesk();
  const [from, to] = [addDays(days.today, 7), addDays(days.today, 8)];
  const coverId = await addCover(executive, cover, { from, to });
  const as = async (person: OfficePerson, size: typeof PHONE) => {
    await page.setViewportSize(size);
    await signInAs(person);
    await page.goto("/assistant/handovers");
    await page.getByRole("link", { name: `Open the handover of ${executive.name}` }).click();
    await expect(page.getByRole("heading", { level: 1, name: executive.name })).toBeVisible();
  };
  await as(owner, DESKTOP);
  await page.getByText("Add what to watch", { exact: true }).click();
  await page.getByRole("textbox", { name: "What to watch" }).fill("The auditors come on Tuesday");
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await expect(page.getByRole("listitem").filter({ hasText: "The auditors come on Tuesday" })).toBeVisible();
  await page.getByRole("button", { name: "Mark as ready" }).click();
  await expect(page.getByText("Unread", { exact: true })).toBeVisible();

  await as(cover, PHONE);
  await page.getByLabel("Your question").fill("Which room do they sit in?");
  await page.getByRole("button", { name: "Send question" }).click();
  await expect(page.getByRole("link", { name: "1 open question" })).toBeVisible();

  await as(owner, DESKTOP);
  await page.getByRole("textbox", { name: "Answer" }).fill("The small one by the lift.");
  await page.getByRole("button", { name: "Send answer" }).click();
  await expect(page.getByRole("link", { name: "1 open question" })).toHaveCount(0);

  await as(cover, PHONE);
  await expect(page.getByText("The small one by the lift.")).toBeVisible();
  await expect(page.getByText(/Confidential sections, if any/)).toBeVisible();
  await expectNoAxeViolations(page);
  await page.getByRole("button", { name: "I have read this" }).click();
  await expect(page.getByText("Read", { exact: true })).toBeVisible();

  await beginCover(coverId, days.today);
  await as(cover, PHONE);
  await expect(page.getByText("Confidential sections are open to you while you cover.")).toBeVisible();
  await expect(page.getByRole("heading", { name: "Today" })).toBeVisible();
  await page.getByText("Note something").click();
  await page.getByLabel("What happened or changed").fill("The auditors want one more day");
  await page.getByRole("button", { name: "Add note" }).click();
  await expect(
    page.getByRole("listitem").filter({ hasText: "The auditors want one more day" }),
  ).toBeVisible();
  await page.locator("summary", { hasText: "Hand back" }).click();
  await page.getByLabel("Closing note").fill("Otherwise as it was");
  await page.getByRole("button", { name: "Hand back" }).click();
  await expect(page.getByText("Handed back", { exact: true })).toBeVisible();

  await as(owner, DESKTOP);
  await expect(page.getByText("Otherwise as it was")).toBeVisible();
  await page.getByRole("button", { name: "Close handover" }).click();
  await expect(page.getByText("Closed", { exact: true })).toBeVisible();
});

test("the manager sees what handovers lack and filters it in the address", async ({ page, signInAs }) => {
  const { days, manager, owner, cover, executive } = await createDesk();
  await addAskedHandover(executive, { owner, cover, on: addDays(days.today, 3) });
  await signInAs(manager);
  await page.goto("/manager/handovers");
  await expect(page.getByRole("listitem").filter({ hasText: executive.name })).toBeVisible();
  await page.getByRole("link", { name: /^Open questions/ }).click();
  await expect(page).toHaveURL(/concern=questions/);
  await page.getByRole("link", { name: new RegExp(executive.name) }).click();
  await expect(page.getByRole("heading", { name: "Questions" })).toBeVisible();
});

test("an executive writes how they like to be supported, on a phone, and keeps a section confidential", async ({
  page,
  signInAs,
}) => {
  await page.setViewportSize(PHONE);
  await signInAs((await createDesk()).executive);
  await page.goto("/executive/profile");
  const words = "Tea at four";
  await page.getByText("Add a section").click();
  const form = page.locator("form", { has: page.getByRole("button", { name: "Save section" }) }).last();
  await form.getByLabel("Text").fill(words);
  await form.getByLabel("Confidential").check();
  await form.getByRole("button", { name: "Save section" }).click();
  await expect(page.getByRole("article").filter({ hasText: words })).toBeVisible();
  await expectNoAxeViolations(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
});

test("an assistant keeps the routines of an executive they support", async ({ page, signInAs }) => {
  const { owner, executive } = await createDesk();
  await signInAs(owner);
  await page.goto("/assistant/handovers");
  await page.getByRole("link", { name: `Profile and routines of ${executive.name}` }).click();
  await page.getByText("Add routine").click();
  const form = page.locator("form", { has: page.getByRole("button", { name: "Add", exact: true }) });
  await form.getByLabel("What", { exact: true }).fill("Water the plants");
  await form.getByRole("button", { name: "Add", exact: true }).click();
  await expect(
    form.getByRole("listitem").filter({ hasText: "Choose weekdays, or a day of the month." }),
  ).toBeVisible();
  await expect(form.getByLabel("What", { exact: true })).toHaveValue("Water the plants");
  await form.getByLabel("Friday").check();
  await form.getByRole("button", { name: "Add", exact: true }).click();
  await expect(page.getByRole("listitem").filter({ hasText: "Water the plants" })).toBeVisible();
});
