import { expect, expectNoAxeViolations, test } from "../support/e2e";
import { createOffice } from "../support/e2e-office";
import { addAbsence, addCover } from "../support/e2e-records";

test("an assistant sees the week on a phone: hours, own executives, cover and for whom", async ({
  page,
  signInAs,
}) => {
  const { days, assistants, executives } = await createOffice({
    assistants: { ada: {}, bo: {} },
    executives: { edith: { primary: "ada" }, zoe: { primary: "bo" } },
  });
  const { ada, bo } = assistants;
  const thisWeek = { from: days.dayOf(0, 1), to: days.dayOf(0, 5) };
  const absenceId = await addAbsence(bo, { ...thisWeek, status: "approved" });
  await addCover(executives.zoe, ada, { ...thisWeek, absenceId });
  await page.setViewportSize({ width: 390, height: 844 });
  await signInAs(ada);
  await page.goto("/");
  await expect(page).toHaveURL(/\/assistant\/week/);
  await expect(page.getByText(/1 executive of your own/)).toBeVisible();
  await expect(page.getByText("08:00–17:00")).toHaveCount(5);
  await expect(page.getByText(executives.edith.name)).toHaveCount(5);
  await expect(page.getByText(`Cover · ${bo.name} is away`)).toHaveCount(5);
  await expectNoAxeViolations(page);
  await page.getByRole("link", { name: "Next week" }).click();
  await expect(page).toHaveURL(new RegExp(days.week(1)));
});

test("an assistant cannot enter the manager's or the executive's room", async ({
  page,
  signInAs,
  context,
}) => {
  const { assistants } = await createOffice({ assistants: { ada: {} } });
  await signInAs(assistants.ada);
  for (const path of ["/manager/coverage", "/executive", "/admin"]) {
    const answer = await context.request.get(path);
    expect(answer.status(), path).toBe(404);
  }
  await page.goto("/assistant/week");
  await expect(page.getByRole("link", { name: "Assistants" })).toHaveCount(0);
});
