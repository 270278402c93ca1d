import type { Page } from "@playwright/test";
import { expect, expectNoAxeViolations, expectNoOverflow, test } from "../support/e2e";
import { createOffice, type OfficePerson } from "../support/e2e-office";
import { addAbsence } from "../support/e2e-records";

const PHONE = { width: 390, height: 844 };

/** The card of a person's absence, by way of the list. */
async function openCard(page: Page, { name }: OfficePerson): Promise<void> {
  await page.goto(`/manager/absences?q=${encodeURIComponent(name)}`);
  const link = page.getByRole("link", { name, exact: true });
  await page.goto((await link.getAttribute("href")) ?? "");
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
}

/** Who the card has for an executive: the one entry that leads nowhere else. */
function coverOf(page: Page, executive: OfficePerson) {
  const entries = page.getByRole("listitem").filter({ hasText: executive.name }).getByRole("listitem");
  return entries.filter({ hasNot: page.getByRole("link") });
}

test("leave decided twice: chosen by hand, given a first approval, approved with its cover, cover undone", async ({
  page,
  signInAs,
}) => {
  const { days, manager, secondManager, assistants, executives } = await createOffice({
    assistants: { thomas: {}, ada: {}, bo: {} },
    executives: { louise: { primary: "thomas", backups: ["ada"] } },
    isDecidedTwice: true,
  });
  const { thomas, ada, bo } = assistants;
  const { louise } = executives;
  await addAbsence(thomas, { from: days.dayOf(2, 1) });
  await signInAs(manager);
  await openCard(page, thomas);
  await expect(page.getByText("1 executive affected.")).toBeVisible();

  await expect(coverOf(page, louise)).toContainText(ada.name);
  await page.getByText("Change", { exact: true }).click();
  await page.getByRole("link", { name: new RegExp(`^${bo.name} free 2 of 2`) }).click();
  await expect(page).toHaveURL(/pick=/);
  await expect(coverOf(page, louise)).toContainText(bo.name);

  await page.getByRole("button", { name: "Approve leave and cover" }).click();
  await expect(page.getByText(`${thomas.name} is notified that first approval is given`)).toBeVisible();
  await expect(page.getByText("A second decision is needed.")).toBeVisible();
  await expect(page.getByRole("button", { name: /^Approve leave/ })).toHaveCount(0);

  await signInAs(secondManager);
  await openCard(page, thomas);
  await page.getByRole("button", { name: "Approve leave and cover" }).click();
  await expect(page.getByText(`${thomas.name} is notified: the leave is approved`)).toBeVisible();
  await expect(page.getByText("Approved", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Undo cover" }).click();
  await expect(page.getByText("The cover is undone")).toBeVisible();
  await expect(page.getByRole("button", { name: "Confirm cover" })).toBeVisible();
});

test("leave with gaps is approved only when they are accepted by name, and the board says by whom", async ({
  page,
  signInAs,
}) => {
  const { days, manager, assistants, executives } = await createOffice({
    assistants: { emma: { skills: { calendar: 5, travel: 4 } }, ada: {} },
    executives: { zara: { primary: "emma", needs: 5 } },
  });
  const { emma } = assistants;
  await addAbsence(emma, { from: days.dayOf(2, 1), to: days.dayOf(2, 2) });
  await signInAs(manager);
  await openCard(page, emma);
  await expect(page.getByRole("heading", { name: "Remaining gaps" })).toBeVisible();
  await page.getByRole("button", { name: "Approve leave" }).click();
  await expect(page.getByRole("group", { name: "Not saved" }).getByText(/Accept exactly/)).toBeVisible();
  await page.getByRole("checkbox", { name: "I accept these 4 gaps" }).check();
  await page.getByRole("button", { name: "Approve leave" }).click();
  await expect(page.getByText(`${emma.name} is notified: the leave is approved`)).toBeVisible();
  await expect(page.getByText(`accepted by ${manager.name}`)).toBeVisible();

  await page.goto(`/manager/coverage?week=${days.week(2)}`);
  const gap = page.getByRole("gridcell", { name: new RegExp(`${executives.zara.name}, Mon .*gap`) });
  await expect(gap).toHaveAccessibleName(new RegExp(`accepted by ${manager.name}`));
});

test("ill on the phone: two taps, the manager confirms from the phone, the executive sees who is there", async ({
  page,
  signInAs,
}) => {
  const { manager, assistants, executives } = await createOffice({
    assistants: { grace: {}, henry: {} },
    executives: { beatrice: { primary: "grace" } },
    isAlwaysOpen: true,
  });
  const { grace, henry } = assistants;
  const { beatrice } = executives;
  await page.setViewportSize(PHONE);
  await signInAs(grace);
  await page.goto("/assistant/week");
  await page.getByRole("button", { name: "I’m ill", exact: true }).click();
  await expectNoAxeViolations(page);
  await page.getByRole("button", { name: /^Today and / }).click();
  await expect(page.getByText(/You are reported away/)).toBeVisible();

  await signInAs(manager);
  await page.goto("/manager/notices");
  await page.getByRole("link", { name: new RegExp(`^${grace.name} is away`) }).click();
  await expect(page.getByRole("heading", { level: 1, name: grace.name })).toBeVisible();
  await expectNoOverflow(page);
  await expect(coverOf(page, beatrice)).toContainText(henry.name);
  await page.getByRole("button", { name: "Confirm cover" }).click();
  await expect(page.getByText("1 cover is confirmed, all are notified")).toBeVisible();

  await signInAs(beatrice);
  await page.goto("/executive");
  await expect(page.getByText(`${henry.name} covers for you`)).toBeVisible();
  await expect(page.getByText(/ill|sick/i)).toHaveCount(0);

  await signInAs(grace);
  await page.goto("/assistant/week");
  await page.getByRole("button", { name: "Back tomorrow" }).click();
  await expect(page.getByText("Your manager is notified that you are back")).toBeVisible();
});

test("cover is asked for, declined with a word, and planned anew", async ({ page, signInAs }) => {
  const { days, manager, assistants, executives } = await createOffice({
    assistants: { hannah: {}, ada: {}, bo: {} },
    executives: { zoe: { primary: "hannah", backups: ["ada"] } },
  });
  const { hannah, ada, bo } = assistants;
  const { zoe } = executives;
  await addAbsence(hannah, { from: days.dayOf(3, 1) });
  await signInAs(manager);
  await openCard(page, hannah);
  await expect(coverOf(page, zoe)).toContainText(ada.name);
  await page.getByText("Ask the covers first, or add a comment").click();
  await page.getByText("Asked first", { exact: true }).click();
  await page.getByRole("button", { name: "Approve leave and cover" }).click();
  await expect(page.getByText(`${hannah.name} is notified: the leave is approved`)).toBeVisible();
  await expect(
    page.getByRole("button", { name: `Withdraw the offer to ${ada.name} at ${zoe.name}` }),
  ).toBeVisible();

  await page.setViewportSize(PHONE);
  await signInAs(ada);
  await page.goto("/assistant/week");
  await expect(page.getByRole("heading", { name: `Can you cover ${zoe.name}?` })).toBeVisible();
  await page.getByLabel(`No, I can’t cover ${zoe.name}`).click();
  await page.getByLabel(/^Comment to your manager/).fill("I have a course");
  await page.getByRole("button", { name: "Send my answer" }).click();
  await expect(page.getByText("Your manager is notified and finds another cover")).toBeVisible();

  await signInAs(manager);
  await page.goto("/manager/notices");
  await page.getByRole("link", { name: new RegExp(`can’t cover ${zoe.name}.*I have a course`) }).click();
  await expect(coverOf(page, zoe)).toContainText(bo.name);
});

test.describe("before JavaScript loads", () => {
  test.use({ javaScriptEnabled: false });

  test("one can report that one is ill, and answers stay where they were given", async ({
    page,
    signInAs,
  }) => {
    const { assistants } = await createOffice({ assistants: { james: {} }, isAlwaysOpen: true });
    await signInAs(assistants.james);
    await page.goto("/assistant/week");
    await page.getByRole("button", { name: "I’m ill", exact: true }).click();
    await page.getByRole("button", { name: /^(Today, all day|The rest of today)$/ }).click();
    await expect(page.getByText(/You are reported away/)).toBeVisible();
  });
});
