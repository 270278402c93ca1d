import { addDays } from "@/lib/time/day";
import { isoWeekOf, mondayOf } from "@/lib/time/iso-week";
import { expect, expectNoAxeViolations, expectNoOverflow, test } from "../support/e2e";
import { e2eDb } from "../support/e2e-database";
import { createOffice } from "../support/e2e-office";
import { createRoles, createShift } from "../support/factories/schedules";

const PHONE = { width: 360, height: 780 };

test("a shift is given away in three taps, accepted by a colleague and approved", async ({
  page,
  signInAs,
}) => {
  const { poolId, days, manager, assistants } = await createOffice({ assistants: { ada: {}, bo: {} } });
  const { phones } = await createRoles(e2eDb());
  const monday = mondayOf(isoWeekOf(addDays(days.today, 7)));
  const row = { poolId, roleId: phones, createdById: manager.userId, status: "published" as const };
  await createShift(e2eDb(), { ...row, assistantId: assistants.ada.id, on: new Date(monday) });

  await page.setViewportSize(PHONE);
  await signInAs(assistants.ada);
  await page.goto("/assistant/week");
  await page.getByRole("link", { name: /^Give away or swap/ }).click();
  await expect(page.getByRole("checkbox")).toBeChecked();
  await expectNoAxeViolations(page);
  await expectNoOverflow(page);
  await page.getByRole("button", { name: "Ask 1 person" }).click();
  await expect(page.getByText("The shift is yours until then.")).toBeVisible();

  await signInAs(assistants.bo);
  await page.goto("/assistant/week");
  await page.getByRole("button", { name: /^I can:/ }).click();
  await expect(page.getByText("Accepted. A manager approves.")).toBeVisible();

  await page.setViewportSize({ width: 1440, height: 900 });
  await signInAs(manager);
  await page.goto(`/manager/schedule/requests?pool=${poolId}`);
  await page.getByRole("link", { name: assistants.ada.name }).click();
  const panel = page.getByRole("complementary", { name: new RegExp(assistants.bo.name) });
  await expect(panel).toContainText("No executive is left without support");
  await expectNoAxeViolations(page);
  await expectNoOverflow(page);
  await panel.getByRole("button", { name: "Approve" }).click();
  await expect(page.getByRole("heading", { name: /^Closed/ })).toBeVisible();

  await signInAs(assistants.bo);
  await page.goto(`/assistant/schedule?week=${isoWeekOf(monday)}`);
  await expect(page.getByRole("listitem").filter({ hasText: assistants.bo.name })).toContainText("08–12");
});

test("a hole of a role is filled from the phone with one tap", async ({ page, signInAs }) => {
  const { poolId, days, manager, assistants } = await createOffice({ assistants: { ada: {} } });
  const { phones } = await createRoles(e2eDb());
  const monday = mondayOf(isoWeekOf(addDays(days.today, 7)));
  await e2eDb().roleDemand.create({
    data: { poolId, roleId: phones, on: new Date(monday), startMinute: 720, endMinute: 780, headcount: 1 },
  });
  await page.setViewportSize(PHONE);
  await signInAs(manager);
  await page.goto(`/manager/schedule/roles?pool=${poolId}&week=${isoWeekOf(monday)}`);
  await page
    .getByRole("list", { name: "People missing" })
    .getByRole("link", { name: /^Phones/ })
    .click();
  await expectNoAxeViolations(page);
  await expectNoOverflow(page);
  await page.getByRole("button", { name: `Give to ${assistants.ada.name}` }).click();
  await expect(page.getByText(`${assistants.ada.name} · Draft`)).toBeVisible();
  await expect(page.getByRole("list", { name: "People missing" })).toHaveCount(0);
});
