import { expect, expectNoAxeViolations, test } from "../support/e2e";
import { createOffice } from "../support/e2e-office";
import { addAbsence } from "../support/e2e-records";

test("leave is approved from its row, and what is clear at once", async ({ page, signInAs }) => {
  const { days, manager, assistants } = await createOffice({
    assistants: { ada: {}, bo: {}, cia: {} },
    executives: { louise: { primary: "ada", backups: ["bo"] } },
  });
  const { ada, bo, cia } = assistants;
  await addAbsence(ada, { from: days.dayOf(2, 1) });
  await addAbsence(bo, { from: days.dayOf(3, 1) });
  await addAbsence(cia, { from: days.dayOf(4, 1) });
  await signInAs(manager);
  await page.goto("/manager/absences");
  const rowOf = ({ name }: { name: string }) =>
    page.getByRole("listitem").filter({ has: page.getByRole("link", { name, exact: true }) });
  await expect(rowOf(ada).getByText("Everyone can be covered")).toBeVisible();
  await expect(rowOf(ada).getByText("1 executive · 2 half-days")).toBeVisible();
  await expect(rowOf(bo).getByText("Nobody needs cover")).toBeVisible();
  await page.getByRole("button", { name: `Approve leave of ${ada.name}` }).click();
  await expect(page.getByText(`${ada.name} is notified: the leave is approved`)).toBeVisible();
  await expect(rowOf(ada)).toBeHidden();

  await page.getByRole("button", { name: "Approve 2 that can be covered" }).click();
  await page.getByRole("checkbox", { name: cia.name }).uncheck();
  await page.getByRole("button", { name: "Approve 1 absence" }).click();
  await expect(page.getByText("1 absence is approved, all are notified")).toBeVisible();
  await expect(rowOf(bo)).toBeHidden();
  await expect(rowOf(cia)).toBeVisible();

  await page.getByRole("link", { name: /^Coming/ }).click();
  await expect(rowOf(ada).getByText("All covered")).toBeVisible();
});

test("rows open beside the list by keys, and their menu cancels", async ({ page, signInAs }) => {
  const { days, manager, assistants } = await createOffice({ assistants: { ada: {}, bo: {} } });
  const { ada, bo } = assistants;
  await addAbsence(ada, { from: days.dayOf(2, 1) });
  await addAbsence(bo, { from: days.dayOf(3, 1) });
  await signInAs(manager);
  await page.goto("/manager/absences");
  await expect(page.getByRole("button", { name: `More for ${ada.name}` })).toBeVisible();
  await page.keyboard.press("j");
  await expect(page.getByRole("complementary", { name: ada.name })).toBeVisible();
  await page.keyboard.press("j");
  await expect(page.getByRole("complementary", { name: bo.name })).toBeVisible();
  await expect(page).toHaveURL(/open=/);
  await page.reload();
  await expect(page.getByRole("complementary", { name: bo.name })).toBeVisible();
  await page.keyboard.press("k");
  await expect(page.getByRole("complementary", { name: ada.name })).toBeVisible();
  await page.keyboard.press("a");
  await expect(page.getByText(`${ada.name} is notified: the leave is approved`)).toBeVisible();

  await page.goto("/manager/absences?tab=coming");
  const dots = page.getByRole("button", { name: `More for ${ada.name}` });
  await dots.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("menuitem", { name: "Review" })).toBeFocused();
  await expectNoAxeViolations(page);
  await page.keyboard.press("Escape");
  await expect(dots).toBeFocused();
  await dots.click();
  await page.getByRole("menuitem", { name: "Cancel absence" }).click();
  await page.getByRole("button", { name: "Yes, cancel absence" }).click();
  await expect(page.getByText(`The absence of ${ada.name} is cancelled`)).toBeVisible();
});

test("people open beside their list by keys, with whom they support, and their menu leads on", async ({
  page,
  signInAs,
}) => {
  const { manager, assistants, executives } = await createOffice({
    assistants: { ada: {}, bo: {} },
    executives: { edith: { primary: "ada", backups: ["bo"] }, ewan: {} },
  });
  await signInAs(manager);
  await page.goto("/manager/assistants");
  const dots = page.getByRole("button", { name: `More for ${assistants.ada.name}` });
  await expect(dots).toBeVisible();
  await page.getByRole("link", { name: assistants.ada.name, exact: true }).click();
  const panel = page.getByRole("complementary", { name: assistants.ada.name });
  await expect(panel.getByRole("link", { name: executives.edith.name })).toBeVisible();
  await expectNoAxeViolations(page);
  await page.keyboard.press("j");
  await expect(page.getByRole("complementary", { name: assistants.bo.name })).toBeVisible();
  await dots.click();
  await page.getByRole("menuitem", { name: "Record time off" }).click();
  await expect(page.getByRole("combobox", { name: "Assistant" })).toHaveText(assistants.ada.name);

  await page.goto("/manager/executives");
  const row = page.getByRole("listitem").filter({ hasText: executives.ewan.name });
  await expect(row.getByText("Unassigned")).toBeVisible();
  await page.getByRole("link", { name: executives.edith.name, exact: true }).click();
  const supporters = page.getByRole("complementary", { name: executives.edith.name });
  await expect(supporters.getByRole("link", { name: assistants.ada.name })).toBeVisible();
  await page.getByRole("link", { name: `Add support for ${executives.ewan.name}` }).click();
  await expect(page.getByRole("heading", { level: 1, name: executives.ewan.name })).toBeVisible();
});
