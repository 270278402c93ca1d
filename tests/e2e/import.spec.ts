import { expect, test } from "../support/e2e";
import { createOffice } from "../support/e2e-office";

test.use({ javaScriptEnabled: false });

test("a manager checks a file before JavaScript loads, and every fault is named", async ({
  page,
  signInAs,
}) => {
  const { manager } = await createOffice();
  await signInAs(manager);
  await page.goto("/manager/import");
  await page.locator('input[name="absences"]').setInputFiles({
    name: "absences.csv",
    mimeType: "text/csv",
    buffer: Buffer.from("assistant_email,type,from,to,status\nnobody@example.org,sick,2026-02-30,,maybe\n"),
  });
  await page.getByRole("button", { name: "Check files" }).click();
  await expect(page.getByText("3 faults, nothing was changed")).toBeVisible();
  await expect(page.getByRole("cell", { name: "2026-02-30" })).toBeVisible();
  await expect(page.getByText("Write one of requested, approved, cancelled.")).toBeVisible();
});
