import { expect, expectNoAxeViolations, test } from "../support/e2e";
import { createOffice } from "../support/e2e-office";

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
