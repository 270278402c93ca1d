import { expect, expectNoAxeViolations, expectNoOverflow, test } from "../support/e2e";
import { createOffice } from "../support/e2e-office";
import { addAbsence, addServedCover } from "../support/e2e-records";

test("a manager sees who has which hours, and gives some duties of an executive to somebody", async ({
  page,
  signInAs,
}) => {
  const { days, manager, assistants, executives } = await createOffice({
    assistants: { david: {}, bo: {} },
    executives: { jenny: { primary: "david" } },
  });
  await addAbsence(assistants.david, {
    from: days.dayOf(1, 2),
    hours: { startMinute: 10 * 60 + 30, endMinute: 12 * 60 },
    status: "approved",
  });
  await signInAs(manager);
  await page.goto(`/manager/coverage?week=${days.week(1)}`);
  const name = new RegExp(`${executives.jenny.name}.*10:30–12:00`);
  await page.getByRole("grid").getByRole("gridcell", { name }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByText(`${assistants.david.name} works the rest of the time.`)).toBeVisible();
  await expect(dialog.getByText("10:30–12:00")).toBeVisible();
  await dialog.getByText("All duties").click();
  await dialog.getByRole("checkbox", { name: "Calendar" }).uncheck();
  await expect(dialog.getByText("1 of 2 duties")).toBeVisible();
  await expect(dialog.getByText(/Best matches|enough time/)).toBeVisible();
  await expectNoAxeViolations(page);
});

test("everybody sees their own share of the cover, a manager the pool's", async ({ page, signInAs }) => {
  const { days, manager, assistants, executives } = await createOffice({
    assistants: { ada: {}, bo: {} },
    executives: { edith: { primary: "ada" } },
  });
  const { ada, bo } = assistants;
  await addServedCover(executives.edith, bo, days.dayOf(-1, 2));
  await page.setViewportSize({ width: 360, height: 800 });
  await signInAs(bo);
  await page.goto("/assistant/workload");
  await expect(page.getByRole("row", { name: "Half-days 2" })).toBeVisible();
  await expect(page.getByText(ada.name)).toHaveCount(0);
  await signInAs(manager);
  await page.goto("/manager/workload");
  await expect(page.getByRole("rowheader", { name: bo.name })).toBeVisible();
  await expectNoOverflow(page);
});
