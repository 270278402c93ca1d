import { readFile } from "node:fs/promises";
import { expect, expectNoAxeViolations, expectNoOverflow, test } from "../support/e2e";
import { createOffice } from "../support/e2e-office";

const csv = (name: string, text: string) => ({ name, mimeType: "text/csv", buffer: Buffer.from(text) });

test("a manager imports people, invites all of them, and one comes in: the first steps advance", async ({
  page,
  browser,
  signInAs,
}) => {
  test.slow();
  const { manager, poolName } = await createOffice({ isNew: true });
  const surname = manager.name.split(" ")[1] ?? "";
  const mail = (name: string) => `${name}.${surname}@e2e.example`.toLowerCase();
  await signInAs(manager);
  await page.goto("/manager/coverage");
  await page
    .getByRole("region", { name: "First steps" })
    .getByRole("link", { name: "Open first steps" })
    .click();
  await expect(page.getByText("0 of 4 done")).toBeVisible();
  await page.getByRole("link", { name: "Import data" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Import data" })).toBeVisible();
  await page
    .locator('input[type="file"]')
    .first()
    .setInputFiles([
      csv(
        "assistants.csv",
        `email,name,pool,working_days,starts,ends\n${mail("vera")},Vera ${surname},${poolName},Mon-Fri,08:00,17:00\n`,
      ),
      csv("executives.csv", `email,name,pool\n${mail("karl")},Karl ${surname},${poolName}\n`),
    ]);
  await page.getByRole("button", { name: "Check files" }).click();
  await expect(page.getByText(/No faults\. 2 changes are ready/)).toBeVisible();
  await page.getByRole("button", { name: "Import data" }).click();
  await page.getByRole("link", { name: "Continue with the first steps" }).click();

  await expect(page.getByText("2 not invited, none active yet")).toBeVisible();
  await page.getByRole("button", { name: "Create links for all 2" }).click();
  await expect(page.getByRole("heading", { name: "2 links created" })).toBeFocused();
  await expect(page.getByText("All invited, none active yet")).toBeVisible();
  await expectNoAxeViolations(page);
  await expectNoOverflow(page);
  const downloading = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download CSV" }).click();
  const file = await readFile(await (await downloading).path(), "utf8");
  const rows = file.trim().split("\r\n");
  expect(rows).toHaveLength(3);
  const link = rows.find((row) => row.includes(mail("vera")))?.match(/https?:[^"]+/)?.[0] ?? "";

  const other = await browser.newContext({ locale: "en-GB" });
  const guest = await other.newPage();
  await guest.goto(link);
  await expect(guest.getByRole("heading", { name: `Welcome, Vera ${surname}` })).toBeVisible();
  await guest.getByLabel("New password").fill("correct horse battery");
  await guest.getByRole("button", { name: "Save password and sign in" }).click();
  await expect(guest).toHaveURL(/\/assistant\/week$/);
  await other.close();

  await page.goto("/manager/first-steps");
  await expect(page.getByText("All invited, 1 active")).toBeVisible();
  await page.goto("/manager/assistants");
  await expect(page.getByRole("listitem").filter({ hasText: "Vera" }).getByText("Active")).toBeVisible();
  await expect(page.getByRole("checkbox", { name: /Choose Vera/ })).toHaveCount(0);
});

test("who was invited before is asked about, and the keyboard alone chooses people", async ({
  page,
  signInAs,
}) => {
  const { manager, assistants } = await createOffice({ assistants: { vera: {}, nils: {} } });
  await signInAs(manager);
  await page.goto("/manager/assistants");
  const vera = page.getByRole("checkbox", { name: `Choose ${assistants.vera.name}` });
  await vera.focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Space");
  await expect(page.getByText("1 person chosen")).toBeVisible();
  await page.getByRole("button", { name: "Create 1 link" }).press("Enter");
  await expect(page.getByRole("heading", { name: "1 link created" })).toBeFocused();
  await expect(page.getByText("1 person is not invited yet")).toBeVisible();

  await page.getByRole("checkbox", { name: "Choose all on this page" }).press("Space");
  await page.getByRole("button", { name: "Create 2 links" }).press("Enter");
  await expect(page.getByRole("heading", { name: "2 links created" })).toBeFocused();
  await expect(page.getByText("1 person was invited before")).toBeVisible();
  await expectNoAxeViolations(page);
  await page.getByRole("button", { name: "Create a new link" }).press("Enter");
  await expect(page.getByText("1 person was invited before")).toHaveCount(0);
  await expect(page.getByRole("heading", { name: "2 links created" })).toBeVisible();
});

test("the first steps are hidden on Coverage, and found in Settings", async ({ page, signInAs }) => {
  const { manager } = await createOffice({ isNew: true, assistants: { vera: {} }, executives: { karl: {} } });
  await signInAs(manager);
  await page.goto("/manager/first-steps");
  const shown = page.getByRole("switch", { name: "Show on Coverage" });
  await expect(shown).toBeChecked();
  await shown.focus();
  await page.keyboard.press("Space");
  await expect(shown).not.toBeChecked();
  await expect(shown).toBeFocused();
  await expect(page.getByText("Coverage does not show these steps.")).toBeVisible();
  await page.goto("/manager/coverage");
  await expect(page.getByRole("grid").first()).toBeVisible();
  await expect(page.getByRole("region", { name: "First steps" })).toHaveCount(0);
  await page.goto("/manager/settings");
  await page.getByRole("link", { name: "First steps" }).click();
  await shown.check();
  await expect(page.getByText("Coverage shows these steps until all are done.")).toBeVisible();
  await page.goto("/manager/coverage");
  await expect(page.getByRole("region", { name: "First steps" })).toBeVisible();
});

test.describe("before JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("everybody gets a link by a plain form", async ({ page, signInAs }) => {
    const { manager } = await createOffice({
      isNew: true,
      assistants: { vera: {} },
      executives: { karl: {} },
    });
    await signInAs(manager);
    await page.goto("/manager/first-steps");
    await page.getByRole("button", { name: "Create links for all 2" }).click();
    await expect(page.getByRole("heading", { name: "2 links created" })).toBeVisible();
    await expect(page.getByText(/\/welcome\?token=[\w-]{43}$/)).toHaveCount(2);
  });
});
