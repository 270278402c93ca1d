import { signText } from "@/lib/sealed";
import { expect, expectNoAxeViolations, expectNoOverflow, test } from "../support/e2e";
import { createOffice } from "../support/e2e-office";
import { addLettersToApprove, addPoll } from "../support/e2e-records";
import { readE2eRun } from "../support/e2e-run";

const PHONE = { width: 390, height: 844 };

test("an executive approves three letters on a phone, one after the other", async ({ page, signInAs }) => {
  const { assistants, executives } = await createOffice({
    assistants: { ada: {} },
    executives: { edith: { primary: "ada" } },
  });
  await addLettersToApprove(executives.edith, assistants.ada, ["To the bank", "To the auditor", "To Žižka"]);
  await page.setViewportSize(PHONE);
  await signInAs(executives.edith);
  await page.goto("/executive/letters");
  await page.getByRole("link", { name: "To the bank" }).click();
  for (const subject of ["To the bank", "To the auditor", "To Žižka"]) {
    await expect(page.getByRole("heading", { level: 1, name: subject })).toBeVisible();
    await page.getByRole("button", { name: "Approve version 1" }).click();
  }
  await expect(page.getByText("No letters wait for your approval.")).toBeVisible();
  await expectNoOverflow(page);
});

test.describe("somebody in another zone, without an account", () => {
  test.use({ timezoneId: "America/New_York", viewport: PHONE });

  test("answers when they can, and finds and changes the answer on another device", async ({
    page,
    browser,
    baseURL,
  }) => {
    const { days, assistants, executives } = await createOffice({
      assistants: { ada: {} },
      executives: { edith: { primary: "ada" } },
    });
    const asked = { title: "Two hours with the bank", on: days.dayOf(2, 2), timeZone: days.timeZone };
    const { voterId } = await addPoll(executives.edith, assistants.ada, asked);
    const link = `/m/${signText(readE2eRun().secret, "vote on a meeting", voterId)}`;
    await page.goto(link);
    await expect(page.getByText(/09:00–10:00/)).toBeVisible();
    await expectNoAxeViolations(page);
    await page.getByText("If need be", { exact: true }).click();
    await page.getByRole("button", { name: "Send" }).click();
    await expect(page.getByText("Thank you")).toBeVisible();

    const other = await browser.newContext({ baseURL: baseURL ?? "", javaScriptEnabled: false });
    const phone = await other.newPage();
    await phone.goto(link);
    await expect(phone.getByRole("radio", { name: "If need be" })).toBeChecked();
    await phone.getByText("Yes", { exact: true }).click();
    await phone.getByRole("button", { name: "Send" }).click();
    await expect(phone.getByRole("radio", { name: "Yes" })).toBeChecked();
    await other.close();
  });
});
