import { expect, expectNoAxeViolations, test } from "../support/e2e";
import { weeksFromNow } from "../support/e2e-weeks";

test("a manager sees who has which hours, and gives some duties of a desk to somebody", async ({
  page,
  signInAs,
}) => {
  await signInAs("manager");
  await page.goto(`/manager/coverage?week=${weeksFromNow(1)}`);
  await page.getByRole("navigation", { name: "Pool" }).getByRole("link", { name: "Stockholm" }).click();
  const box = page.getByRole("table").getByRole("button", { name: /Jenny Asplund.*10:30–12:00/ });
  await box.click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByText("David Lindahl is there for the rest.")).toBeVisible();
  await expect(dialog.getByText("10:30–12:00")).toBeVisible();
  await dialog.getByText("All duties").click();
  await dialog.getByRole("checkbox").first().uncheck();
  await expect(dialog.getByText(/of \d duties/)).toBeVisible();
  await expect(dialog.getByText(/Best matches|Nobody else/)).toBeVisible();
  await expectNoAxeViolations(page);
});

test("everybody sees their own share of the cover, a manager the pool's", async ({ page, signInAs }) => {
  await page.setViewportSize({ width: 360, height: 800 });
  await signInAs("assistant");
  await page.goto("/assistant/cover");
  await expect(page.getByRole("row", { name: /Half-days/ })).toBeVisible();
  await expect(page.getByText("Sara Dahlgren")).toHaveCount(0);
  await expectNoAxeViolations(page);
  await signInAs("manager");
  await page.goto("/manager/fairness");
  await page.getByRole("navigation", { name: "Pool" }).getByRole("link", { name: "Stockholm" }).click();
  await expect(page.getByRole("rowheader", { name: "Sara Dahlgren" })).toBeVisible();
  await expectNoAxeViolations(page);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(360);
});
