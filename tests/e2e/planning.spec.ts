import type { Page } from "@playwright/test";
import pg from "pg";
import { expect, expectNoAxeViolations, test } from "../support/e2e";
import { readE2eRun } from "../support/e2e-run";
import { weeksFromNow } from "../support/e2e-weeks";

async function overflowOf(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
}

/** Makes the newest plan look as it does while its proof goes on. */
async function searchOn(): Promise<void> {
  const client = new pg.Client({ connectionString: readE2eRun().databaseUrl });
  await client.connect();
  await client.query(`UPDATE coverage_plans SET solving = true, stop_asked_at = NULL,
    heartbeat_at = now() + interval '1 minute', progress = '{"stage":"bound","gap":0.01}'
    WHERE id = (SELECT id FROM coverage_plans WHERE status = 'proposed' ORDER BY created_at DESC LIMIT 1)`);
  await client.end();
}

/** Asks enough large questions, beside the browser, for its next one to wait its turn. */
async function askMany(page: Page, week: string, origin: string): Promise<void> {
  const stockholm = page.locator("select[name=pool] option", { hasText: "Stockholm" });
  const poolId = await stockholm.first().getAttribute("value");
  for (let turn = 0; turn < 8; turn++) {
    const days = turn < 7 ? [1 + turn] : [turn - 6, turn - 4];
    const changes = days.map((day) => ({ kind: "no_cover", weekday: day }));
    const data = { poolId, week, weeks: 6, changes };
    const headers = { origin, "sec-fetch-site": "same-origin" };
    void page.request.post("/api/v1/coverage/what-if", { data, headers }).catch(() => undefined);
  }
}

test("a plan is there at once, and its certificate comes by itself", async ({ page, signInAs }) => {
  test.slow();
  await signInAs("manager");
  await page.goto(`/manager/coverage?week=${weeksFromNow(4)}`);
  const pool = page.getByRole("navigation", { name: "Pool" }).getByRole("link", { name: "Stockholm" });
  await pool.click();
  await expect(pool).toHaveAttribute("aria-current", "page");
  await page.getByRole("button", { name: "Re-optimise" }).click();
  const plan = page.getByRole("region", { name: "Proposed plan" });
  await expect(plan).toBeVisible({ timeout: 20_000 });
  await expect(plan.getByRole("status")).toHaveText(/Optimal|of the best|without proof/, { timeout: 30_000 });
  await plan.getByRole("button", { name: "Review plan" }).click();
  const review = page.getByRole("dialog", { name: "Review plan" });
  await expect(review.getByRole("heading", { name: "What changes" })).toBeVisible();
  await expectNoAxeViolations(page);
  await review.getByRole("button", { name: "Close" }).click();
  await plan.getByRole("button", { name: "Discard plan" }).click();
  await expect(plan).toBeHidden();
});

test("a manager asks what if somebody resigns, and shares the answer by its address", async ({
  page,
  signInAs,
}) => {
  test.slow();
  await signInAs("manager");
  await page.goto(`/manager/what-if?week=${weeksFromNow(4)}`);
  await page.getByText("Somebody resigns").click();
  await page.getByLabel("Assistant", { exact: true }).selectOption({ index: 2 });
  await page.getByRole("button", { name: "Add: Somebody resigns" }).click();
  await expect(page.getByText("Somebody resigns")).toBeFocused();
  await expect(page.getByLabel("Assistant", { exact: true })).toBeHidden();
  await expect(page.getByText(/is gone from/)).toBeVisible();
  const figures = page.getByRole("table", { name: "Figures before and after" });
  await expect(figures).toBeVisible({ timeout: 30_000 });
  await page.getByText("No cover on a weekday").click();
  await page.getByRole("button", { name: "Add: No cover on a weekday" }).click();
  await expect(page.getByRole("heading", { name: /would stay open/ })).toBeVisible({ timeout: 30_000 });
  await expectNoAxeViolations(page);
  const shared = page.url();
  await page.goto(shared);
  await expect(page.getByText("No cover on Fridays")).toBeVisible();
  await expect(figures).toBeVisible({ timeout: 30_000 });
  await page.getByRole("link", { name: /^Remove: No cover/ }).click();
  await expect(page.getByText("No cover on Fridays")).toBeHidden();
});

test("Escape ends the search for a better plan, from anywhere on the board", async ({ page, signInAs }) => {
  test.slow();
  await signInAs("manager");
  await page.goto(`/manager/coverage?week=${weeksFromNow(3)}`);
  await page.getByRole("button", { name: "Re-optimise" }).click();
  const plan = page.getByRole("region", { name: "Proposed plan" });
  await expect(plan.getByRole("status")).toHaveText(/Optimal|of the best|without proof/, { timeout: 30_000 });
  await searchOn();
  await page.reload();
  const stop = plan.getByRole("button", { name: "Stop, keep this plan" });
  await expect(stop).toBeVisible();
  const search = page.getByRole("searchbox", { name: "Find an executive" });
  await search.press("Escape");
  const slot = page.locator("[data-slot]").first();
  await slot.press("?");
  const help = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await help.press("Escape");
  await expect(help).toBeHidden();
  await expect(stop).toBeVisible();
  await slot.press("Escape");
  await expect(stop).toBeHidden();
  await expectNoAxeViolations(page);
  await plan.getByRole("button", { name: "Discard plan" }).click();
});

test("a what-if question is stopped by Escape, keeps what was asked, and goes on when told to", async ({
  page,
  baseURL,
  signInAs,
}) => {
  test.slow();
  await signInAs("manager");
  await page.goto(`/manager/what-if?week=${weeksFromNow(1)}&weeks=6`);
  await askMany(page, weeksFromNow(1), baseURL ?? "");
  await page.getByText("No cover on a weekday").click();
  await page.getByRole("button", { name: "Add: No cover on a weekday" }).click();
  await expect(page.getByRole("button", { name: "Stop", exact: true })).toBeVisible();
  await page.locator("body").press("Escape");
  const resume = page.getByRole("button", { name: "Work it out" });
  await expect(resume).toBeVisible();
  await expect(page.getByText("No cover on Fridays")).toBeVisible();
  await expectNoAxeViolations(page);
  await page.reload();
  await resume.click();
  await expect(page.getByRole("table", { name: "Figures before and after" })).toBeVisible({
    timeout: 30_000,
  });
});

test("a what-if question works before JavaScript, on a phone", async ({
  browser,
  baseURL,
  context,
  signInAs,
}) => {
  await signInAs("manager");
  const plain = await browser.newContext({
    baseURL: baseURL ?? "",
    javaScriptEnabled: false,
    storageState: await context.storageState(),
    viewport: { width: 320, height: 720 },
  });
  const page = await plain.newPage();
  await page.goto(`/manager/what-if?week=${weeksFromNow(5)}&weeks=1`);
  await page.getByText("No cover on a weekday").click();
  await page.getByRole("button", { name: "Add: No cover on a weekday" }).click();
  await expect(page.getByRole("table", { name: "Figures before and after" })).toBeVisible({
    timeout: 30_000,
  });
  expect(
    await page.locator("body").evaluate((body) => body.scrollWidth - window.innerWidth),
  ).toBeLessThanOrEqual(0);
  await plain.close();
});

test("an assistant sees whom leave would leave, and a week chosen fills the form", async ({
  page,
  signInAs,
}) => {
  await signInAs("assistant");
  await page.goto("/assistant/absences");
  await expect(page.getByRole("heading", { name: /leave nobody uncovered/ })).toBeVisible();
  const week = page.getByRole("link", { name: /^Week \d+, all days/ }).nth(3);
  await week.click();
  await expect(page).toHaveURL(/from=\d{4}-\d\d-\d\d&to=/);
  const [, from = "", to = ""] = /from=([\d-]+)&to=([\d-]+)/.exec(page.url()) ?? [];
  await expect(page.getByLabel("First day away").first()).toHaveValue(from);
  await expect(page.getByLabel("Last day away").first()).toHaveValue(to);
  await expect(page.getByText(/would be covered|would be without cover/).first()).toBeVisible();
  await expectNoAxeViolations(page);
});

for (const [colorScheme, locale] of [
  ["light", "en-GB"],
  ["dark", "sv-SE"],
] as const) {
  test(`what if and the leave preview are readable for everybody: ${colorScheme}, ${locale}`, async ({
    page,
    signInAs,
  }) => {
    await page.emulateMedia({ colorScheme });
    await page.setExtraHTTPHeaders({ "Accept-Language": locale });
    await page.setViewportSize({ width: 320, height: 720 });
    await signInAs("manager");
    await page.goto(`/manager/what-if?week=${weeksFromNow(5)}&weeks=1&change=no_cover:5`);
    await expect(page.getByRole("table").first()).toBeVisible({ timeout: 30_000 });
    await expectNoAxeViolations(page);
    expect(await overflowOf(page)).toBeLessThanOrEqual(0);
    await signInAs("assistant");
    await page.goto("/assistant/absences");
    await expect(page.getByRole("table").first()).toBeVisible();
    await expectNoAxeViolations(page);
    expect(await overflowOf(page)).toBeLessThanOrEqual(0);
  });
}
