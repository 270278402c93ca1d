import type { Page } from "@playwright/test";
import { expect, expectNoAxeViolations, expectNoOverflow, test } from "../support/e2e";
import { createOffice } from "../support/e2e-office";
import { addAbsence, leadAlso } from "../support/e2e-records";

/** Two executives whose assistant is away from a weekday to another of the week after next. */
async function createGaps(first: number, last: number) {
  const office = await createOffice({
    assistants: { ada: {}, bo: {}, cleo: {} },
    executives: { edith: { primary: "ada" }, ewan: { primary: "ada" } },
  });
  const { days, assistants } = office;
  const [from, to] = [days.dayOf(2, first), days.dayOf(2, last)];
  await addAbsence(assistants.ada, { from, to, status: "approved" });
  return office;
}

function gaps(page: Page) {
  return page.getByRole("grid").getByRole("gridcell", { name: /: gap/ });
}

function bar(page: Page, { name }: { name: string }, what: RegExp) {
  return page.getByRole("row", { name: new RegExp(`^${name}`) }).getByRole("gridcell", { name: what });
}

test("a manager plans a week, reads why, accepts, and takes it back", async ({ page, signInAs }) => {
  const { days, manager, poolId, poolName } = await createGaps(1, 5);
  await leadAlso(manager, await createOffice({ executives: { zoe: {} } }));
  await signInAs(manager);
  await page.goto(`/manager/coverage?week=${days.week(2)}`);
  const pool = page.getByRole("navigation", { name: "Pool" }).getByRole("link", { name: poolName });
  await pool.click();
  await expect(pool).toHaveAttribute("aria-current", "page");
  await expect(page).toHaveURL(new RegExp(poolId));
  await expect(gaps(page)).toHaveCount(2);
  await expect(page.getByText("20 half-days open")).toBeVisible();
  await page.getByRole("button", { name: "Plan cover" }).click();
  const plan = page.getByRole("region", { name: "Proposed plan" });
  await expect(plan).toBeVisible({ timeout: 20_000 });

  await plan.getByRole("button", { name: "Review plan" }).click();
  const review = page.getByRole("dialog", { name: "Plan for week" });
  await expect(review.getByText("20 half-days without cover, 0 with the plan.")).toBeAttached();
  await expect(review.getByText(/why not others/i).first()).toBeVisible();
  await expectNoAxeViolations(page);
  await review.getByRole("button", { name: "Close" }).click();

  await plan.getByRole("button", { name: "Accept plan" }).click();
  await expect(page.getByText(/covers? confirmed/)).toBeVisible();
  await expect(gaps(page)).toHaveCount(0);

  await page.getByRole("button", { name: "Undo" }).click();
  await expect(plan).toBeVisible();
  await plan.getByRole("button", { name: "Discard plan" }).click();
  await expect(gaps(page)).toHaveCount(2);
});

test("six weeks are planned at once, with one review", async ({ page, signInAs }) => {
  const { days, manager, assistants } = await createGaps(1, 5);
  const [from, to] = [days.dayOf(4, 1), days.dayOf(4, 2)];
  await addAbsence(assistants.ada, { from, to, status: "approved" });
  await signInAs(manager);
  await page.goto("/manager/coverage");
  await page.getByRole("button", { name: "More ways to plan" }).click();
  await page.getByRole("menuitem", { name: /Plan six weeks/ }).click();
  const plan = page.getByRole("region", { name: "Proposed plan" });
  await plan.getByRole("button", { name: "Review plan" }).click({ timeout: 20_000 });
  const review = page.getByRole("dialog", { name: /Plan for weeks/ });
  await expect(review.getByText("28 half-days without cover, 0 with the plan.")).toBeAttached();
  await expect(review.getByRole("heading", { name: "Week by week" })).toBeVisible();
  await review.getByRole("button", { name: "Accept plan" }).click();
  await expect(page.getByText(/covers? confirmed/)).toBeVisible();
  for (const week of [2, 4]) {
    await page.goto(`/manager/coverage?week=${days.week(week)}`);
    await expect(page.getByRole("grid")).toBeVisible();
    await expect(gaps(page)).toHaveCount(0);
  }
});

test("a gap that nobody can take says what is lacking, and can be accepted and reopened", async ({
  page,
  signInAs,
}) => {
  const { days, manager, executives, assistants } = await createGaps(3, 3);
  await addAbsence(assistants.bo, { from: days.dayOf(2, 3), to: days.dayOf(2, 3), status: "approved" });
  await addAbsence(assistants.cleo, { from: days.dayOf(2, 3), to: days.dayOf(2, 3), status: "approved" });
  await signInAs(manager);
  await page.goto(`/manager/coverage?week=${days.week(2)}`);
  await bar(page, executives.edith, /: gap/).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByText("No assistant has enough time.")).toBeVisible();
  await expectNoAxeViolations(page);
  await dialog.getByRole("button", { name: "Accept" }).click();
  const accepted = bar(page, executives.edith, new RegExp(`accepted by ${manager.name}`));
  await expect(accepted).toBeVisible();
  await expect(page.getByText("2 half-days open")).toBeVisible();
  await accepted.click();
  await dialog.getByRole("button", { name: "Reopen" }).click();
  await expect(page.getByText("4 half-days open")).toBeVisible();
});

test("somebody who is picked up stops only where they can be put", async ({ page, signInAs }) => {
  const { days, manager, assistants, executives } = await createGaps(3, 3);
  await addAbsence(assistants.bo, { from: days.dayOf(2, 4), to: days.dayOf(2, 4), status: "approved" });
  await signInAs(manager);
  await page.goto(`/manager/coverage?week=${days.week(2)}`);
  await bar(page, executives.edith, /: gap/).click();
  await page
    .getByRole("dialog")
    .getByRole("button", { name: `Assign ${assistants.bo.name}` })
    .click();
  const covered = bar(page, executives.edith, new RegExp(`covered by ${assistants.bo.name}`));
  await covered.focus();
  await page.keyboard.press("m");
  await expect(page.getByText(`${assistants.bo.name} picked up.`)).toBeAttached();
  await expect(async () => {
    await page.keyboard.press("ArrowDown");
    await expect(bar(page, executives.ewan, /: gap/)).toBeFocused();
  }).toPass();
  await page.keyboard.press("Enter");
  await expect(bar(page, executives.ewan, new RegExp(`covered by ${assistants.bo.name}`))).toBeVisible();
  await expect(gaps(page)).toHaveCount(0);
});

test("a manager drags somebody free to a gap", async ({ page, signInAs }) => {
  const { days, manager, assistants, executives } = await createGaps(3, 3);
  await page.setViewportSize({ width: 1440, height: 900 });
  await signInAs(manager);
  await page.goto(`/manager/coverage?week=${days.week(2)}`);
  await expect(gaps(page)).toHaveCount(2);
  await page
    .getByRole("complementary", { name: "Free this week" })
    .getByText(assistants.cleo.name)
    .dragTo(bar(page, executives.ewan, /: gap/));
  await expect(bar(page, executives.ewan, new RegExp(`covered by ${assistants.cleo.name}`))).toBeVisible();
});

test("the strip says who is away today, and leads to the decision", async ({ page, signInAs }) => {
  const office = await createOffice({
    assistants: { ada: {} },
    executives: { edith: { primary: "ada" } },
    isAlwaysOpen: true,
  });
  const { manager, assistants, days } = office;
  await addAbsence(assistants.ada, { from: days.today, to: days.today, status: "approved" });
  await signInAs(manager);
  await page.goto("/manager/coverage");
  const strip = page.getByRole("region", { name: "Today" }).first();
  await expect(strip.getByText(`${assistants.ada.name} is away today`)).toBeVisible();
  await expect(strip.getByText("1 executive without cover")).toBeVisible();
  await strip.getByRole("link", { name: /^Review/ }).click();
  await expect(page).toHaveURL(/\/manager\/absences\//);
});

test("a manager covers a gap by keyboard alone and undoes it with one key", async ({ page, signInAs }) => {
  const { days, manager, assistants, executives } = await createGaps(3, 3);
  await signInAs(manager);
  await page.goto(`/manager/coverage?week=${days.week(2)}`);
  await expect(gaps(page)).toHaveCount(2);
  await bar(page, executives.edith, /: gap/).focus();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByText("Best matches")).toBeVisible();
  await dialog.getByRole("button", { name: `Assign ${assistants.bo.name}` }).focus();
  await page.keyboard.press("Enter");
  await expect(dialog).toBeHidden();
  await expect(page.getByText(/ covers /)).toBeVisible();
  await expect(gaps(page)).toHaveCount(1);
  let answer = () => {};
  const answered = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route(/\/manager\/coverage/, async (route) => {
    if (route.request().method() === "POST") await answered;
    await route.continue();
  });
  await page.keyboard.press("Control+z");
  await expect(gaps(page)).toHaveCount(2);
  answer();
  await expect(page.getByText("Undone")).toBeVisible();
  await expect(gaps(page)).toHaveCount(2);
});

test("arrows walk the board, and week keys turn the page", async ({ page, signInAs }) => {
  const { days, manager, executives } = await createOffice({
    assistants: { ada: {} },
    executives: { edith: { primary: "ada" }, ewan: { primary: "ada" } },
  });
  const own = (person: { name: string }) => bar(page, person, /own assistant/);
  await signInAs(manager);
  await page.goto(`/manager/coverage?week=${days.week(1)}`);
  const first = own(executives.edith);
  await first.focus();
  await page.keyboard.press("ArrowDown");
  await expect(own(executives.ewan)).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await expect(first).toBeFocused();
  await page.keyboard.press("Shift+ArrowRight");
  await expect(page.getByText("afternoon", { exact: false }).first()).toBeAttached();
  await page.keyboard.press("]");
  await expect(page).toHaveURL(new RegExp(`week=${days.week(2)}`));
  await expect(own(executives.edith)).toBeFocused();
  await page.keyboard.press("g");
  await expect(page.getByText("Every half-day is covered.")).toBeVisible();
});

test("the board is readable for everybody, in the dark and in Swedish too", async ({
  page,
  context,
  baseURL,
  signInAs,
}) => {
  const { days, manager } = await createGaps(1, 5);
  await signInAs(manager);
  await page.emulateMedia({ colorScheme: "dark" });
  await context.addCookies([{ name: "locale", value: "sv", url: baseURL }]);
  await page.goto(`/manager/coverage?week=${days.week(2)}`);
  await expect(page.locator("html")).toHaveAttribute("lang", "sv-SE");
  await expect(page.getByRole("grid")).toBeVisible();
  await expectNoAxeViolations(page);
});

test("on a phone the board shows a day with its gaps first", async ({ page, signInAs }) => {
  const { days, manager } = await createGaps(1, 5);
  await page.setViewportSize({ width: 320, height: 720 });
  await signInAs(manager);
  await page.goto(`/manager/coverage?week=${days.week(2)}`);
  await expect(page.getByRole("radiogroup", { name: "Days of the week" })).toBeVisible();
  await expectNoOverflow(page);
  await expectNoAxeViolations(page);
});

test("of a long board only the lines in sight are drawn, and its head stays", async ({ page, signInAs }) => {
  const keys = Array.from({ length: 60 }, (_, i) => `exec${String(i).padStart(2, "0")}`);
  const { manager } = await createOffice<"ada", string>({
    assistants: { ada: {} },
    executives: Object.fromEntries(keys.map((key) => [key, { primary: "ada" as const }])),
  });
  await signInAs(manager);
  await page.goto("/manager/coverage");
  const lines = page.getByRole("grid").first().getByRole("rowheader");
  const last = lines.filter({ hasText: /Exec59/ });
  await expect(lines.filter({ hasText: /Exec00/ })).toBeVisible();
  await expect.poll(() => lines.count()).toBeLessThan(40);
  await page.mouse.move(640, 400);
  await page.mouse.wheel(0, 5_000);
  await expect(last).toBeInViewport();
  await expect(lines.filter({ hasText: /Exec01/ })).toHaveCount(0);
  await expect(page.getByRole("columnheader").last()).toBeInViewport();
});
