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
  return page.getByRole("table").getByRole("button", { name: /: gap/ });
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
  await expect(gaps(page)).toHaveCount(10);
  await page.getByRole("button", { name: "Plan cover" }).click();
  const plan = page.getByRole("region", { name: "Proposed plan" });
  await expect(plan).toBeVisible({ timeout: 20_000 });

  await plan.getByRole("button", { name: "Review plan" }).click();
  const review = page.getByRole("dialog", { name: "Review plan" });
  await expect(review.getByText(/Why not others/).first()).toBeVisible();
  await expectNoAxeViolations(page);
  await review.getByRole("button", { name: "Close" }).click();

  await plan.getByRole("button", { name: "Accept plan" }).click();
  await expect(page.getByText(/covers? confirmed/)).toBeVisible();
  await expect(gaps(page)).toHaveCount(0);

  await page.getByRole("button", { name: "Undo" }).click();
  await expect(plan).toBeVisible();
  await plan.getByRole("button", { name: "Discard plan" }).click();
  await expect(gaps(page)).toHaveCount(10);
});

test("a manager covers a gap by keyboard alone and undoes it with one key", async ({ page, signInAs }) => {
  const { days, manager, assistants, executives } = await createGaps(3, 3);
  await signInAs(manager);
  await page.goto(`/manager/coverage?week=${days.week(2)}`);
  await expect(gaps(page)).toHaveCount(2);
  await page.getByRole("button", { name: new RegExp(`^${executives.edith.name}.*: gap`) }).focus();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByText("Best matches")).toBeVisible();
  await dialog.getByRole("button", { name: `Assign ${assistants.bo.name}` }).focus();
  await page.keyboard.press("Enter");
  await expect(dialog).toBeHidden();
  await expect(page.getByText(/ covers /)).toBeVisible();
  await expect(gaps(page)).toHaveCount(1);
  await page.keyboard.press("Control+z");
  await expect(gaps(page)).toHaveCount(2);
});

test("arrows walk the board, and week keys turn the page", async ({ page, signInAs }) => {
  const { days, manager, executives } = await createOffice({
    assistants: { ada: {} },
    executives: { edith: { primary: "ada" }, ewan: { primary: "ada" } },
  });
  const onMonday = ({ name }: { name: string }) =>
    page.getByRole("table").getByRole("button", { name: new RegExp(`^${name}, Monday`) });
  await signInAs(manager);
  await page.goto(`/manager/coverage?week=${days.week(1)}`);
  const first = onMonday(executives.edith);
  await first.focus();
  await page.keyboard.press("ArrowDown");
  await expect(onMonday(executives.ewan)).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await expect(first).toBeFocused();
  await page.keyboard.press("]");
  await expect(page).toHaveURL(new RegExp(`week=${days.week(2)}`));
});

test("the board is readable for everybody, in the dark and in Swedish too", async ({
  page,
  context,
  baseURL,
  signInAs,
}) => {
  const { days, manager } = await createGaps(1, 5);
  await signInAs(manager);
  await page.goto(`/manager/coverage?week=${days.week(2)}`);
  await expect(page.getByRole("table")).toBeVisible();
  await expectNoAxeViolations(page);
  await page.emulateMedia({ colorScheme: "dark" });
  await context.addCookies([{ name: "locale", value: "sv", url: baseURL }]);
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("lang", "sv-SE");
  await expect(page.getByRole("table")).toBeVisible();
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
