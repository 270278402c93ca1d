import type { Page } from "@playwright/test";
import { expect, expectNoAxeViolations, test } from "../support/e2e";

const PHONE = { width: 390, height: 844 };

/** The card of a person's absence, by way of the list. */
async function openCard(page: Page, name: string): Promise<void> {
  await page.goto(`/manager/absences?q=${encodeURIComponent(name)}`);
  await page.getByRole("link", { name: `Cover and decision for ${name}` }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
}

/** Who the card has at an executive's desk. */
async function whoAt(page: Page, executive: string): Promise<string> {
  const desk = page.getByRole("listitem").filter({ hasText: executive }).first();
  return (await desk.getByRole("listitem").first().locator("span").nth(1).textContent())?.trim() ?? "";
}

async function acceptNamedGaps(page: Page): Promise<void> {
  const gaps = page.getByRole("checkbox", { name: /^I accept/ });
  if ((await gaps.count()) > 0) await gaps.check();
}

function emailOf(name: string): `${string}@${string}` {
  return `${name.toLowerCase().replace(/ /g, ".")}@standby.example`;
}

test("leave decided twice: chosen by hand, approved for now, approved with its cover, cover undone", async ({
  page,
  context,
  signInAs,
}) => {
  await signInAs("manager");
  await openCard(page, "Thomas Okonkwo");
  await expect(page.getByText(/executives? affected/)).toBeVisible();
  await expectNoAxeViolations(page);

  const before = await whoAt(page, "Louise Fairbairn");
  await page.getByText("Change", { exact: true }).first().click();
  await page
    .getByRole("link", { name: /free \d of/ })
    .first()
    .click();
  await expect(page).toHaveURL(/pick=/);
  await expect.poll(() => whoAt(page, "Louise Fairbairn")).not.toBe(before);

  await acceptNamedGaps(page);
  await page.getByRole("button", { name: /^Approve leave/ }).click();
  await expect(page.getByText(/^Thomas Okonkwo is told that it is approved for now/)).toBeVisible();
  await expect(page.getByText("A second decision is needed.")).toBeVisible();
  await expect(page.getByRole("button", { name: /^Approve leave/ })).toHaveCount(0);

  await context.clearCookies();
  await signInAs("margaret.ellis@standby.example");
  await openCard(page, "Thomas Okonkwo");
  await acceptNamedGaps(page);
  await page.getByRole("button", { name: /^Approve leave/ }).click();
  await expect(page.getByText("Thomas Okonkwo is told: the leave is approved")).toBeVisible();
  await expect(page.getByText("Approved", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Undo cover" }).click();
  await expect(page.getByText("The cover is undone")).toBeVisible();
  await expect(page.getByRole("button", { name: "Confirm cover" })).toBeVisible();
});

test("leave with gaps is approved only when they are accepted by name, and the board says by whom", async ({
  page,
  signInAs,
}) => {
  await signInAs("manager");
  await openCard(page, "Emma Sjögren");
  await expect(page.getByRole("heading", { name: /Stays open/ })).toBeVisible();
  await page.getByRole("button", { name: /^Approve leave/ }).click();
  await expect(page.getByRole("group", { name: "Not saved" }).getByText(/Accept exactly/)).toBeVisible();
  await page.getByRole("checkbox", { name: /^I accept/ }).check();
  await page.getByRole("button", { name: /^Approve leave/ }).click();
  await expect(page.getByText("Emma Sjögren is told: the leave is approved")).toBeVisible();
  await expect(page.getByText("accepted by Eva Hallberg").first()).toBeVisible();
  await expectNoAxeViolations(page);
});

test("ill on the phone: two taps, the manager confirms from the phone, the executive sees who is there", async ({
  page,
  signInAs,
  context,
}) => {
  await page.setViewportSize(PHONE);
  await signInAs("grace.adeyemi@standby.example");
  await page.goto("/assistant/week");
  await page.getByText("I’m ill today", { exact: true }).click();
  const until = new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10);
  await page.getByLabel(/^Until/).fill(until);
  await expectNoAxeViolations(page);
  await page.getByRole("button", { name: "Yes, I’m ill" }).click();
  await expect(page.getByText(/You are reported away/)).toBeVisible();

  await context.clearCookies();
  await signInAs("manager");
  await page.goto("/manager/notices");
  await page.getByRole("link", { name: /^Grace Adeyemi is away/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Grace Adeyemi" })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
  await expectNoAxeViolations(page);
  const covered = await whoAt(page, "Beatrice Laurent");
  await acceptNamedGaps(page);
  await page.getByRole("button", { name: /^Confirm cover/ }).click();
  await expect(page.getByText(/settled, everybody is told/)).toBeVisible();

  await context.clearCookies();
  await signInAs("beatrice.laurent@standby.example");
  await page.goto("/executive");
  await expect(page.getByText(covered).first()).toBeVisible();
  await expect(page.getByText(/ill|sick/i)).toHaveCount(0);

  await context.clearCookies();
  await signInAs("grace.adeyemi@standby.example");
  await page.goto("/assistant/week");
  await page.getByRole("button", { name: "Back tomorrow" }).click();
  await expect(page.getByText("Your manager knows that you are back")).toBeVisible();
});

test("cover is asked for, declined with a word, and planned anew", async ({ page, signInAs, context }) => {
  await signInAs("manager");
  await openCard(page, "Hannah Clarke");
  const asked = await whoAt(page, "Zoe Marlowe");
  await page.getByText("Ask the covers first, or add a comment").click();
  await page.getByText("Asked first", { exact: true }).click();
  await acceptNamedGaps(page);
  await page.getByRole("button", { name: "Approve leave and cover" }).click();
  await expect(page.getByText("Hannah Clarke is told: the leave is approved")).toBeVisible();
  await expect(
    page.getByRole("button", { name: `Withdraw the offer to ${asked} at Zoe Marlowe` }),
  ).toBeVisible();

  await context.clearCookies();
  await page.setViewportSize(PHONE);
  await signInAs(emailOf(asked));
  await page.goto("/assistant/week");
  await page.getByRole("link", { name: "Look and answer" }).click();
  await expect(page.getByRole("heading", { name: "Zoe Marlowe" })).toBeVisible();
  await expectNoAxeViolations(page);
  await page.getByText("No, I can’t", { exact: true }).first().click();
  await page
    .getByLabel(/^A word to your manager/)
    .first()
    .fill("I have a course");
  await page.getByRole("button", { name: "No, I can’t" }).first().click();
  await expect(page.getByText("Your manager is told and finds somebody else")).toBeVisible();

  await context.clearCookies();
  await signInAs("manager");
  await page.goto("/manager/notices");
  await page.getByRole("link", { name: /can’t cover Zoe Marlowe.*I have a course/ }).click();
  await expect.poll(() => whoAt(page, "Zoe Marlowe")).not.toBe(asked);
});

test.describe("before JavaScript loads", () => {
  test.use({ javaScriptEnabled: false });

  test("one can report that one is ill, and answers stay where they were given", async ({
    page,
    signInAs,
  }) => {
    await signInAs("james.whitfield@standby.example");
    await page.goto("/assistant/week");
    await page.getByText("I’m ill today", { exact: true }).click();
    await page.getByRole("button", { name: "Yes, I’m ill" }).click();
    await expect(page.getByText(/You are reported away/)).toBeVisible();
  });
});
