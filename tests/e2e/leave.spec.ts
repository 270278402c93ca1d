import { expect, expectNoAxeViolations, test } from "../support/e2e";
import { choose, expectDay, fillDay } from "../support/e2e-controls";
import { createOffice } from "../support/e2e-office";
import { mintSessionCookie } from "../support/session-cookie";

test("leave is asked for with its balance in sight, approved, taken back and given back", async ({
  page,
  browser,
  baseURL,
  signInAs,
}) => {
  const { days, manager: leader, assistants } = await createOffice({ assistants: { maria: {} } });
  const { from, to, words } = days.nextOctober;
  const { maria } = assistants;
  await signInAs(maria);
  await page.goto(`/assistant/absences?from=${from}&to=${to}`);
  const outlook = page.getByRole("region", { name: "Effect on balance" });
  await expect(outlook).toContainText("2 days");
  await expect(outlook).toContainText(`left after this, ${days.year(1)}`);
  await page.getByRole("button", { name: "Send" }).click();
  const row = page.getByRole("listitem").filter({ hasText: words });
  await expect(row.getByText("Requested", { exact: true })).toBeVisible();

  const office = await browser.newContext({ baseURL: baseURL ?? "" });
  const manager = await office.newPage();
  const cookie = await mintSessionCookie(leader.email);
  await office.addCookies([{ ...cookie, domain: "127.0.0.1", path: "/", httpOnly: true, sameSite: "Lax" }]);
  await manager.goto("/manager/absences");
  const request = manager.getByRole("listitem").filter({ hasText: words });
  await request.getByRole("link", { name: maria.name, exact: true }).click();
  const panel = manager.getByRole("complementary", { name: maria.name });
  await expect(panel.getByText(`left after this, ${days.year(1)}`)).toBeVisible();
  await expectNoAxeViolations(manager);
  await panel.getByRole("button", { name: /^Approve leave/ }).click();
  await expect(manager.getByText(`${maria.name} is notified: the leave is approved`)).toBeVisible();

  await page.reload();
  await row.getByText("Request cancellation").click();
  await row.getByRole("button", { name: "Send" }).click();
  await expect(row.getByText("Cancellation requested", { exact: true })).toBeVisible();
  await manager.goto("/manager/absences");
  await request.getByRole("button", { name: `Cancel leave of ${maria.name}` }).click();
  await manager.getByRole("button", { name: "Yes, cancel absence" }).click();
  await expect(request).toBeHidden();
  await office.close();

  await page.reload();
  await expect(row.getByText("Cancelled", { exact: true })).toBeVisible();
  await row.getByText("History").click();
  await expect(row.getByText(leader.name)).toHaveCount(2);
});

test("more leave than there is is refused, and what was typed is kept", async ({ page, signInAs }) => {
  const { days, assistants } = await createOffice({ assistants: { ada: {} } });
  await signInAs(assistants.ada);
  const year = days.year(2);
  await page.goto(`/assistant/absences?from=${year}-01-10&to=${year}-04-28`);
  await expect(page.getByRole("region", { name: "Effect on balance" })).toContainText(/too much/);
  await page.getByLabel("Note").fill("A long way round the world");
  await page.getByRole("button", { name: "Send" }).click();
  await expect(
    page.getByRole("group", { name: "Not saved" }).getByText(/Not enough days left/),
  ).toBeVisible();
  await expect(page.getByLabel("Note")).toHaveValue("A long way round the world");
  await expectDay(page, "Last day away", `${year}-04-28`);
});

test("a manager names days when nobody may be away, and a person's overtime", async ({ page, signInAs }) => {
  const { days, manager, assistants } = await createOffice({ assistants: { kajsa: {} } });
  const { kajsa } = assistants;
  await signInAs(manager);
  await page.goto("/manager/absences/settings");
  await page.locator("summary", { hasText: "Add days" }).click();
  const form = page.locator("form").filter({ has: page.getByLabel("Reason") });
  await form.getByLabel("Reason").fill("Board offsite");
  await form.getByLabel("Refused").check();
  await fillDay(form, "From", `${days.year(2)}-03-05`);
  await fillDay(form, /^To/, `${days.year(2)}-03-06`);
  await form.getByRole("button", { name: "Add days" }).click();
  await expect(page.getByText("Board offsite")).toBeVisible();
  await page.getByRole("button", { name: "Remove Board offsite" }).click();
  await expect(page.getByText("Board offsite")).toBeHidden();

  await page.goto("/manager/absences/balances?q=kajsa");
  await page.getByRole("link", { name: kajsa.name }).click();
  const change = page.locator("form").filter({ has: page.getByLabel("Reason") });
  await change.locator("summary").click();
  await choose(change, "Type", "Time off in lieu");
  await change.getByLabel("Amount").fill("90");
  await change.getByLabel("Reason").fill("Late guests");
  await change.getByRole("button", { name: "Save adjustment" }).click();
  await expect(page.getByText("Late guests")).toBeVisible();
  await expect(page.getByText("1 h 30 min left")).toBeVisible();
});
