import type { Page } from "@playwright/test";
import { expect, expectNoAxeViolations, test } from "../support/e2e";
import { createOffice } from "../support/e2e-office";

// A page that can't be fetched is what these tests are about.
test.use({ serviceWorkers: "allow", allowedComplaints: [/ERR_INTERNET_DISCONNECTED|Failed to fetch/] });

const kept = (page: Page) => page.evaluate(() => caches.has("kept-page"));

/** Opens my week and waits until the device has kept it. */
async function keepWeek(page: Page): Promise<void> {
  await page.goto("/assistant/week");
  await expect.poll(() => kept(page)).toBe(true);
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
}

function createPair() {
  return createOffice({
    assistants: { ada: {}, bo: {} },
    executives: { edith: { primary: "ada" }, zoe: { primary: "bo" } },
    isAlwaysOpen: true,
  });
}

test("without a connection my week is there as it was last read, and no other page", async ({
  page,
  context,
  signInAs,
}) => {
  const { assistants, executives } = await createPair();
  await page.setViewportSize({ width: 390, height: 844 });
  await signInAs(assistants.ada);
  await keepWeek(page);
  await context.setOffline(true);
  const offline = await context.newPage();
  await offline.setViewportSize({ width: 390, height: 844 });
  await offline.goto("/assistant/week");
  await expect(offline.getByText(/Offline. Schedule as of \d\d:\d\d/)).toBeVisible();
  await expect(offline.getByRole("link", { name: executives.edith.name })).toBeVisible();
  await expectNoAxeViolations(offline);
  await offline.getByRole("button", { name: "I’m ill" }).click();
  await expect(offline.getByText(/You are offline, so this can’t be sent/)).toBeVisible();
  await expect(offline.getByRole("button", { name: /Today, all day|The rest of today/ })).toHaveCount(0);
  await offline.goto("/assistant/requests");
  await expect(offline.getByRole("heading", { name: "You are offline" })).toBeVisible();
  await offline.getByRole("link", { name: "My week", exact: true }).last().click();
  await expect(offline.getByText(/Offline. Schedule as of \d\d:\d\d/)).toBeVisible();
});

test("what was kept is gone with the sign-out", async ({ page, context, signInAs }) => {
  const { assistants } = await createPair();
  await signInAs(assistants.ada);
  await keepWeek(page);
  await page.getByRole("button", { name: assistants.ada.name }).click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page).toHaveURL(/sign-in/);
  await expect.poll(() => kept(page)).toBe(false);
  await context.setOffline(true);
  await expect(page.goto("/assistant/week")).rejects.toThrow();
});

test("what was kept is gone when the session is found to be over", async ({ page, context, signInAs }) => {
  const { assistants } = await createPair();
  await signInAs(assistants.ada);
  await keepWeek(page);
  await context.clearCookies();
  await page.goto("/assistant/week");
  await expect(page).toHaveURL(/sign-in/);
  await expect.poll(() => kept(page)).toBe(false);
});

test("another account on the same device never sees what was kept for the first", async ({
  page,
  context,
  signInAs,
}) => {
  const { assistants, executives } = await createPair();
  await signInAs(assistants.ada);
  await keepWeek(page);
  await signInAs(executives.zoe);
  await page.goto("/executive");
  await expect.poll(() => kept(page)).toBe(false);
  await signInAs(assistants.bo);
  await keepWeek(page);
  await context.setOffline(true);
  const offline = await context.newPage();
  await offline.goto("/assistant/week");
  await expect(offline.getByRole("link", { name: executives.zoe.name })).toBeVisible();
  await expect(offline.getByText(executives.edith.name)).toHaveCount(0);
});

test("Standby can be installed: a manifest with icons that are there", async ({ page, request }) => {
  await page.goto("/sign-in");
  const answer = await request.get("/manifest.webmanifest");
  expect(answer.headers()["content-type"]).toContain("application/manifest+json");
  const manifest = await answer.json();
  expect(manifest).toMatchObject({ name: "Standby", start_url: "/", display: "standalone" });
  const purposes = manifest.icons.map((icon: { purpose?: string }) => icon.purpose);
  expect(purposes).toContain("maskable");
  for (const { src, type } of manifest.icons) {
    const icon = await request.get(src);
    expect(icon.status(), src).toBe(200);
    expect(icon.headers()["content-type"], src).toContain(type);
  }
});
