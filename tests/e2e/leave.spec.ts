import { expect, expectNoAxeViolations, test } from "../support/e2e";
import { quietDays, yearFromNow } from "../support/e2e-weeks";
import { mintSessionCookie } from "../support/session-cookie";

const PAGES = [
  ["assistant", "/assistant/absences"],
  ["manager", "/manager/absences"],
  ["manager", "/manager/absences/settings"],
  ["manager", "/manager/absences/settings/types/new"],
  ["manager", "/manager/absences/settings/types/vacation"],
  ["manager", "/manager/absences/balances"],
] as const;

for (const [role, path] of PAGES) {
  test(`${path} is usable by everybody, on a small phone in the dark too`, async ({ page, signInAs }) => {
    await signInAs(role);
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expectNoAxeViolations(page);
    await page.emulateMedia({ colorScheme: "dark" });
    await page.setViewportSize({ width: 320, height: 800 });
    await expectNoAxeViolations(page);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
  });
}

test("leave is asked for with its balance in sight, approved, taken back and given back", async ({
  page,
  browser,
  baseURL,
  signInAs,
}) => {
  const { from, to, words } = quietDays(41);
  await signInAs("assistant");
  await page.goto(`/assistant/absences?from=${from}&to=${to}`);
  const outlook = page.getByRole("region", { name: "What this takes" });
  await expect(outlook).toContainText("2 days");
  await expect(outlook).toContainText(`left after this, ${yearFromNow(1)}`);
  await page.getByRole("button", { name: "Send" }).first().click();
  const row = page.getByRole("listitem").filter({ hasText: words });
  await expect(row.getByText("Requested")).toBeVisible();

  const office = await browser.newContext({ baseURL: baseURL ?? "" });
  const manager = await office.newPage();
  const cookie = await mintSessionCookie("manager@standby.example");
  await office.addCookies([{ ...cookie, domain: "127.0.0.1", path: "/", httpOnly: true, sameSite: "Lax" }]);
  await manager.goto("/manager/absences");
  const request = manager.getByRole("listitem").filter({ hasText: words });
  await request.getByText("Balance and who is away").click();
  await expect(request.getByText(`left after this, ${yearFromNow(1)}`)).toBeVisible();
  await expectNoAxeViolations(manager);
  await request.getByRole("link", { name: "Cover and decision for Maria Lindgren" }).click();
  await manager.getByRole("button", { name: /^Approve leave/ }).click();
  await expect(manager.getByText("Maria Lindgren is told: the leave is approved")).toBeVisible();

  await page.reload();
  await row.getByText("Ask to cancel").click();
  await row.getByRole("button", { name: "Send" }).click();
  await expect(row.getByText("To be cancelled", { exact: true })).toBeVisible();
  await manager.goto("/manager/absences");
  await request.getByRole("button", { name: "Grant the cancellation of Maria Lindgren" }).click();
  await expect(request).toBeHidden();
  await office.close();

  await page.reload();
  await expect(row.getByText("Cancelled", { exact: true })).toBeVisible();
  await row.getByText("History").click();
  await expect(row.getByText("Eva Hallberg")).toHaveCount(2);
  await expectNoAxeViolations(page);
});

test("more leave than there is is refused, and what was typed is kept", async ({ page, signInAs }) => {
  await signInAs("assistant");
  const year = yearFromNow(2);
  await page.goto(`/assistant/absences?from=${year}-01-10&to=${year}-04-28`);
  await expect(page.getByRole("region", { name: "What this takes" })).toContainText(/too much/);
  await page.getByLabel("Note").fill("A long way round the world");
  await page.getByRole("button", { name: "Send" }).first().click();
  await expect(page.getByText(/That is more than there is/).first()).toBeVisible();
  await expect(page.getByLabel("Note")).toHaveValue("A long way round the world");
  await expect(page.getByLabel("Last day away").first()).toHaveValue(`${year}-04-28`);
});

test("a manager names days when nobody may be away, and a person's overtime", async ({ page, signInAs }) => {
  await signInAs("manager");
  await page.goto("/manager/absences/settings");
  await page.getByText("Add days", { exact: true }).first().click();
  const form = page.locator("form").filter({ has: page.getByLabel("Why") });
  await form.getByLabel("Why").fill("Board offsite");
  await form.getByLabel("Refused").check();
  await form.getByLabel("From").fill(`${yearFromNow(2)}-03-05`);
  await form.getByLabel("To").fill(`${yearFromNow(2)}-03-06`);
  await form.getByRole("button", { name: "Add days" }).click();
  await expect(page.getByText("Board offsite")).toBeVisible();
  await page.getByRole("button", { name: "Remove Board offsite" }).click();
  await expect(page.getByText("Board offsite")).toBeHidden();

  await page.goto("/manager/absences/balances?q=Kajsa");
  await page.getByRole("link", { name: "Kajsa Wikström" }).click();
  await page.getByText("Save change", { exact: true }).first().click();
  await page.getByLabel("Type").first().selectOption("toil");
  await page.getByLabel("How much").fill("90");
  await page.getByLabel("Reason").fill("Late guests");
  await page.getByRole("button", { name: "Save change" }).click();
  await expect(page.getByText("Late guests")).toBeVisible();
  await expect(page.getByText("1 h 30 min left")).toBeVisible();
  await expectNoAxeViolations(page);
});
