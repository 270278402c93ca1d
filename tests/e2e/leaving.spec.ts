import { expect, expectNoOverflow, test } from "../support/e2e";
import { createOffice } from "../support/e2e-office";

test("a person collects their data, and an administrator shuts and erases the account of one who left", async ({
  page,
  signInAs,
}) => {
  const { executives, manager } = await createOffice({ executives: { edith: {} }, isAdministered: true });
  const { userId, name } = executives.edith;
  await signInAs(executives.edith);
  await page.goto("/executive/security");
  await page.getByRole("button", { name: "Collect my data" }).click();
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Save the file" }).click(),
  ]);
  expect(file.suggestedFilename()).toBe("standby-my-data.json");

  await signInAs(manager);
  await page.goto(`/admin/accounts/${userId}`);
  const question = page.getByRole("alertdialog");
  await page.getByRole("button", { name: "Disable account" }).click();
  await question.getByRole("button", { name: "Disable account" }).click();
  await page.getByRole("button", { name: "Erase person" }).click();
  await question.getByRole("button", { name: "Erase person" }).click();
  await expect(page).toHaveURL(/\/admin$/);
  await page.goto(`/admin?q=${encodeURIComponent(name)}`);
  await expect(page.getByText(`No match for “${name}”.`)).toBeVisible();
});

test("an administrator gives a pool to another manager before its only one goes", async ({
  page,
  signInAs,
}) => {
  const office = await createOffice({ assistants: { ada: {} }, isAdministered: true });
  await signInAs(office.manager);
  await page.goto(`/admin/accounts/${office.secondManager.userId}`);
  await page.getByRole("checkbox", { name: office.poolName }).uncheck();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText(`The pools of ${office.secondManager.name} are saved`)).toBeVisible();
  await page.goto(`/admin/accounts/${office.manager.userId}`);
  await expect(page.getByText("pass on first")).toBeVisible();
  await page.getByRole("checkbox", { name: office.poolName }).uncheck();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(
    page.getByText(`Nobody else who can sign in manages ${office.poolName}.`).first(),
  ).toBeVisible();
  await page.setViewportSize({ width: 360, height: 760 });
  await expectNoOverflow(page);
});
