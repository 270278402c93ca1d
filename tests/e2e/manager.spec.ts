import { expect, expectNoAxeViolations, expectNoOverflow, test } from "../support/e2e";
import { createOffice } from "../support/e2e-office";

const PAGES = [
  "/manager/requests",
  "/manager/absences/new",
  "/manager/absences/import",
  "/manager/assistants",
  "/manager/assistants/new",
  "/manager/executives",
  "/manager/executives/new",
  "/manager/pools",
  "/manager/import",
  "/manager/export",
  "/manager/notices",
];

for (const path of PAGES) {
  test(`${path} is usable by everybody, on a phone in the dark too`, async ({ page, signInAs }) => {
    const { manager } = await createOffice({
      assistants: { ada: {}, bo: {} },
      executives: { edith: { primary: "ada", backups: ["bo"] } },
    });
    await signInAs(manager);
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expectNoAxeViolations(page);
    await page.emulateMedia({ colorScheme: "dark" });
    await page.setViewportSize({ width: 390, height: 844 });
    await expectNoAxeViolations(page);
    await expectNoOverflow(page);
  });
}

test("a manager checks an office of faulty files, corrects them and imports", async ({ page, signInAs }) => {
  const { manager, poolName } = await createOffice();
  await signInAs(manager);
  await page.goto("/manager/import");
  const pool = `New ${poolName}`;
  const header = "name,email,pool,site,seniority,fte,working_days,starts,ends,skills,languages";
  const row = (days: string) =>
    `Nora Ness,nora.${manager.email},${pool},HQ,senior,1,${days},08:00,17:00,calendar:4,en:C1`;
  const file = (days: string) => ({
    name: "assistants.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(`${header}\n${row(days)}\n`),
  });
  await page.locator('input[name="assistants"]').setInputFiles(file("Mon-Someday"));
  await page.getByRole("button", { name: "Check files" }).click();
  await expect(page.getByText("1 fault, nothing was changed")).toBeVisible();
  await expect(page.getByRole("cell", { name: "working_days" })).toBeVisible();
  await expectNoAxeViolations(page);
  await page.locator('input[name="assistants"]').setInputFiles(file("Mon-Fri"));
  await page.getByRole("button", { name: "Check files" }).click();
  await expect(page.getByText(/No faults/)).toBeVisible();
  await page.getByRole("button", { name: "Import data" }).click();
  await expect(page.getByText(/The data is imported/)).toBeVisible();
});

test("a manager creates an assistant, and finds the person again", async ({ page, signInAs }) => {
  const { manager } = await createOffice();
  await signInAs(manager);
  await page.goto("/manager/assistants/new");
  const name = `Vera Ny`;
  await page.getByLabel("Name").fill(name);
  await page.getByLabel("E-mail").fill(`vera.${manager.email}`);
  await page.getByRole("button", { name: "Create assistant" }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
});
