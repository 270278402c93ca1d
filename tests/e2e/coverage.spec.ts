import type { Page } from "@playwright/test";
import { expect, expectNoAxeViolations, test } from "../support/e2e";
import { weeksFromNow } from "../support/e2e-weeks";

/** Each test works in a week and pool of its own, so that they can run side by side. */
async function openBoard(page: Page, pool: "Stockholm" | "London", weeks: number): Promise<void> {
  await page.goto(`/manager/coverage?week=${weeksFromNow(weeks)}`);
  await page.getByRole("navigation", { name: "Pool" }).getByRole("link", { name: pool }).click();
  await expect(
    page.getByRole("navigation", { name: "Pool" }).getByRole("link", { name: pool }),
  ).toHaveAttribute("aria-current", "page");
}

function gaps(page: Page) {
  return page.getByRole("table").getByRole("button", { name: /: gap/ });
}

test("a manager plans a week, reads why, accepts, and takes it back", async ({ page, signInAs }) => {
  await signInAs("manager");
  await openBoard(page, "Stockholm", 2);
  const before = await gaps(page).count();
  expect(before).toBeGreaterThan(0);
  await page.getByRole("button", { name: "Plan cover" }).click();
  const plan = page.getByRole("region", { name: "Proposed plan" });
  await expect(plan).toBeVisible({ timeout: 20_000 });

  await plan.getByRole("button", { name: "Review plan" }).click();
  const review = page.getByRole("dialog", { name: "Review plan" });
  await expect(review.getByText(/Why not the others/).first()).toBeVisible();
  await expectNoAxeViolations(page);
  await review.getByRole("button", { name: "Close" }).click();

  await plan.getByRole("button", { name: "Accept plan" }).click();
  await expect(page.getByText(/covers? confirmed/)).toBeVisible();
  await expect.poll(() => gaps(page).count()).toBeLessThan(before);

  await page.getByRole("button", { name: "Undo" }).click();
  await expect(plan).toBeVisible();
  await plan.getByRole("button", { name: "Discard plan" }).click();
  await expect.poll(() => gaps(page).count()).toBe(before);
});

test("a manager covers a gap by keyboard alone and undoes it with one key", async ({ page, signInAs }) => {
  await signInAs("manager");
  await openBoard(page, "London", 3);
  const before = await gaps(page).count();
  const dialog = page.getByRole("dialog");
  const assign = dialog.getByRole("button", { name: /^Assign / });
  for (let i = 0; i < before; i++) {
    await gaps(page).nth(i).focus();
    await page.keyboard.press("Enter");
    await expect(dialog).toBeVisible();
    await expect(dialog.getByText(/Best matches|Nobody else/)).toBeVisible();
    if ((await assign.count()) > 0) break;
    await page.keyboard.press("Escape");
  }
  await assign.first().focus();
  await page.keyboard.press("Enter");
  await expect(dialog).toBeHidden();
  await expect(page.getByText(/ covers /)).toBeVisible();
  await expect.poll(() => gaps(page).count()).toBeLessThan(before);
  await page.keyboard.press("Control+z");
  await expect.poll(() => gaps(page).count()).toBe(before);
});

test("arrows walk the board, and week keys turn the page", async ({ page, signInAs }) => {
  await signInAs("manager");
  await openBoard(page, "Stockholm", 1);
  const first = page.getByRole("table").getByRole("button").first();
  await first.focus();
  await page.keyboard.press("ArrowDown");
  await expect(first).not.toBeFocused();
  await page.keyboard.press("ArrowUp");
  await expect(first).toBeFocused();
  await page.keyboard.press("]");
  await expect(page).toHaveURL(new RegExp(`week=${weeksFromNow(2)}`));
});

test("the board is readable for everybody, in the dark and in Swedish too", async ({ page, signInAs }) => {
  await signInAs("manager");
  await page.goto("/manager/coverage");
  await expect(page.getByRole("table")).toBeVisible();
  await expectNoAxeViolations(page);
  await page.emulateMedia({ colorScheme: "dark" });
  await page.setExtraHTTPHeaders({ "Accept-Language": "sv-SE" });
  await page.reload();
  await expect(page.getByRole("table")).toBeVisible();
  await expectNoAxeViolations(page);
});

test("on a phone the board shows a day with its gaps first", async ({ page, signInAs }) => {
  await page.setViewportSize({ width: 320, height: 720 });
  await signInAs("manager");
  await page.goto(`/manager/coverage?week=${weeksFromNow(1)}`);
  await expect(page.getByRole("radiogroup", { name: "Days of the week" })).toBeVisible();
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
  await expectNoAxeViolations(page);
});
