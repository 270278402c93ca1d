import type { Page } from "@playwright/test";
import { expect, expectNoAxeViolations, test } from "../support/e2e";
import { choose, expectDay, fillDay } from "../support/e2e-controls";
import { createOffice } from "../support/e2e-office";

async function openRequest(page: Page, signInAs: (who: { email: string }) => Promise<void>) {
  const { days, assistants } = await createOffice({ assistants: { ada: {} } });
  await signInAs(assistants.ada);
  await page.goto(`/assistant/absences?from=${days.workday}&to=${days.workday}`);
  return days;
}

test.describe("before JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("leave is requested with the browser's own controls", async ({ page, signInAs }) => {
    const days = await openRequest(page, signInAs);
    await page.getByLabel("Type", { exact: true }).selectOption("vacation");
    await expect(page.getByLabel("First day away")).toHaveValue(days.workday);
    await page.getByLabel("Last day away").fill(days.workday);
    await page.getByLabel("Ends").selectOption("At noon");
    await page.getByRole("button", { name: "Send" }).click();
    await expect(page.getByText(/, morning$/).first()).toBeVisible();
  });
});

test("days are typed in the reader's order, and the last never stays before the first", async ({
  page,
  signInAs,
}) => {
  const days = await openRequest(page, signInAs);
  const year = days.year(1);
  await page.getByRole("spinbutton").first().focus();
  await page.keyboard.type(`0503${year}`);
  await expectDay(page, "First day away", `${year}-03-05`);
  await expectDay(page, "Last day away", `${year}-03-05`);
  await page.keyboard.type(`0603${year}`);
  await expectDay(page, "Last day away", `${year}-03-06`);
  await expect(page.locator("input[name=to]")).toHaveValue(`${year}-03-06`);
});

test("days are chosen in the calendar by arrows, a half by its foot, and the effect is said there", async ({
  page,
  signInAs,
}) => {
  const days = await openRequest(page, signInAs);
  await fillDay(page, "First day away", `${days.year(1)}-12-16`);
  await page.getByRole("button", { name: "Calendar for Days" }).press("Enter");
  const calendar = page.getByRole("dialog", { name: "Days" });
  await expect(calendar.getByRole("rowheader", { name: /^Week 5[01]$/ }).first()).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("Enter");
  await expect(page.locator("input[name=from]")).toHaveValue(`${days.year(1)}-12-23`);
  await calendar.getByRole("radio", { name: "PM" }).click();
  await expect(page.locator("[name=fromPart]")).toHaveValue("pm");
  await expect(calendar.getByText(/day/).last()).toBeVisible();
  await expectNoAxeViolations(page);
  await calendar.getByRole("button", { name: "Done" }).click();
  await expect(page.getByRole("button", { name: "Calendar for Days" })).toBeFocused();
});

test("hours of a day are typed, and leave again with the choice", async ({ page, signInAs }) => {
  await openRequest(page, signInAs);
  await page.getByRole("radio", { name: "Hours" }).click();
  const start = page.getByRole("group", { name: /^From/ });
  await start.getByRole("spinbutton").first().focus();
  await page.keyboard.type("0815");
  await expect(page.locator("[name=startMinute]")).toHaveValue("08:15");
  await page.getByRole("radio", { name: "All day" }).click();
  await expect(page.locator("[name=startMinute]")).toHaveValue("");
  await expect(start).toBeHidden();
});

test("a select is chosen by letters, by its list, and is kept when the page is loaded again", async ({
  page,
  signInAs,
}) => {
  await openRequest(page, signInAs);
  const type = page.getByRole("combobox", { name: "Type" });
  await type.focus();
  await page.keyboard.type("ca");
  await expect(type).toHaveText("Care of a sick child");
  await type.press("ArrowDown");
  await expect(page.getByRole("option", { name: "Care of a sick child" })).toBeFocused();
  await expectNoAxeViolations(page);
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Enter");
  await expect(type).toHaveText("Sick");
  await expect(type).toBeFocused();
  await page.reload();
  await expect(page.getByText("It has not been sent.")).toBeVisible();
  await expect(type).toHaveText("Sick");
  await choose(page, "Type", "Training");
  await expect(type).toHaveText("Training");
});

test("an error leads to the first figure of its day", async ({ page, signInAs }) => {
  await openRequest(page, signInAs);
  await fillDay(page, "Last day away", "");
  await page.getByRole("button", { name: "Send" }).click();
  await page.getByRole("link", { name: "Last day away" }).click();
  await expect(
    page.getByRole("group", { name: "Last day away" }).getByRole("spinbutton").first(),
  ).toBeFocused();
});

test("Swedish writes the year first", async ({ page, context, baseURL, signInAs }) => {
  await context.addCookies([{ name: "locale", value: "sv", url: baseURL }]);
  const days = await openRequest(page, signInAs);
  const year = days.year(1);
  await page.getByRole("spinbutton").first().focus();
  await page.keyboard.type(`${year}0305`);
  await expect(page.locator("input[name=from]")).toHaveValue(`${year}-03-05`);
});

test("files that are chosen together find their places by their columns, and are checked one by one", async ({
  page,
  signInAs,
}) => {
  const { manager } = await createOffice();
  await signInAs(manager);
  await page.goto("/manager/import");
  const file = (name: string, text: string) => ({ name, mimeType: "text/csv", buffer: Buffer.from(text) });
  const [chooser] = await Promise.all([
    page.waitForEvent("filechooser"),
    page.getByRole("button", { name: "Choose files", exact: true }).click(),
  ]);
  await chooser.setFiles([
    file("away.csv", "assistant_email,type,from,to,status\nnobody@example.org,sick,2026-02-30,,maybe\n"),
    file("budget.csv", "cost,year\n1,2026\n"),
  ]);
  await expect(page.getByText("budget.csv", { exact: false })).toBeVisible();
  await expect(page.getByText("Not checked yet")).toHaveCount(1);
  await page.getByRole("button", { name: "Check files" }).click();
  await expect(page.getByText("3 faults", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Remove away.csv" }).click();
  await expect(page.getByText("Not checked yet")).toHaveCount(0);
});
