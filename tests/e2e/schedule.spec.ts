import { addDays } from "@/lib/time/day";
import { isoWeekOf, mondayOf, weekNumber } from "@/lib/time/iso-week";
import { expect, expectNoAxeViolations, expectNoOverflow, test } from "../support/e2e";
import { e2eDb } from "../support/e2e-database";
import { createOffice } from "../support/e2e-office";
import { createRoles } from "../support/factories/schedules";

const PHONE = { width: 360, height: 780 };

test("a week is drafted by typing, published, and read with one tap", async ({ page, signInAs }) => {
  const { poolId, days, manager, assistants } = await createOffice({ assistants: { ada: {}, bo: {} } });
  await createRoles(e2eDb());
  const week = isoWeekOf(addDays(days.today, 21));
  const address = `/manager/schedule?pool=${poolId}&week=${week}`;
  await signInAs(manager);
  await page.goto(address);
  const grid = page.getByRole("grid", { name: "Schedule" });
  const monday = grid
    .getByRole("row", { name: new RegExp(assistants.ada.name) })
    .getByRole("gridcell")
    .first();
  await monday.focus();
  await page.keyboard.press("Enter");
  const form = page.getByRole("dialog").getByRole("textbox", { name: "Hours and role" });
  await form.fill("8-12 phones");
  await expectNoAxeViolations(page);
  await page.keyboard.press("Enter");
  const shift = grid.getByRole("gridcell", {
    name: new RegExp(`^${assistants.ada.name}.*08–12, Phones, Draft`),
  });
  await expect(shift).toBeVisible();
  await expect(page.getByText("1 change not published")).toBeVisible();

  await signInAs(assistants.ada);
  await page.goto(`/assistant/schedule?week=${week}`);
  await expect(page.getByText("Nothing of this week is published yet.")).toBeVisible();

  await signInAs(manager);
  await page.goto(address);
  await page.getByRole("button", { name: "Publish" }).click();
  const sheet = page.getByRole("dialog", { name: `Publish week ${weekNumber(week)}` });
  await expect(sheet.getByRole("listitem").filter({ hasText: assistants.ada.name })).toContainText(
    "08–12 Phones",
  );
  await expect(sheet).toContainText("1 person has no change");
  await expectNoAxeViolations(page);
  await sheet.getByRole("button", { name: "Publish 1 change" }).click();
  await expect(page.getByText("0 of 1 have read it")).toBeVisible();

  await page.setViewportSize(PHONE);
  await signInAs(assistants.ada);
  await page.goto("/assistant/week");
  const news = page.getByRole("region", { name: "Changes of my shifts" });
  await expect(news).toContainText("Phones 08–12");
  await expectNoOverflow(page);
  await news.getByRole("button", { name: "Got it" }).click();
  await expect(news).toHaveCount(0);
  await page.goto(`/assistant/schedule?week=${week}`);
  await expect(page.getByRole("listitem").filter({ hasText: assistants.ada.name })).toContainText("08–12");
  await expectNoOverflow(page);

  await signInAs(manager);
  await page.goto(address);
  await expect(page.getByText("1 of 1 have read it")).toBeVisible();
  await expectNoOverflow(page);
});

test("a shift is moved by keys, taken back, and given a reason where it breaks a rule", async ({
  page,
  signInAs,
}) => {
  const { poolId, days, manager, assistants } = await createOffice({ assistants: { ada: {}, bo: {} } });
  const { phones } = await createRoles(e2eDb());
  const week = isoWeekOf(addDays(days.today, 21));
  await e2eDb().shift.create({
    data: {
      ...{
        poolId,
        assistantId: assistants.ada.id,
        on: new Date(mondayOf(week)),
        createdById: manager.userId,
      },
      ...{ startMinute: 480, endMinute: 840, breakStartMinute: 480, breakMinutes: 0 },
      work: { create: { roleId: phones, startMinute: 480, endMinute: 840 } },
    },
  });
  await e2eDb().scheduleWeek.create({ data: { poolId, week } });
  await signInAs(manager);
  await page.goto(`/manager/schedule?pool=${poolId}&week=${week}`);
  const grid = page.getByRole("grid", { name: "Schedule" });
  await grid.getByRole("gridcell", { name: /08–14, Phones, Draft/ }).focus();
  await page.keyboard.press("m");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Shift+ArrowRight");
  await page.keyboard.press("Enter");
  const moved = grid.getByRole("gridcell", { name: new RegExp(`^${assistants.bo.name}.*08:15–14:15`) });
  await expect(moved).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(
    grid.getByRole("gridcell", { name: new RegExp(`^${assistants.ada.name}.*08–14, Phones, Draft`) }),
  ).toBeVisible();
  await page.getByRole("button", { name: "Publish" }).click();
  const sheet = page.getByRole("dialog", { name: /^Publish week/ });
  const send = sheet.getByRole("button", { name: "Publish 1 change" });
  await expect(send).toBeDisabled();
  await sheet.getByRole("textbox", { name: /without a break/ }).fill("Asked for it");
  await send.click();
  await expect(grid.getByRole("gridcell", { name: /08–14, Phones/ })).not.toHaveAccessibleName(/Draft/);
});

test("roles, needs and templates are set up by forms", async ({ page, signInAs }) => {
  const { poolId, manager } = await createOffice({ assistants: { ada: {} } });
  await createRoles(e2eDb());
  await signInAs(manager);
  await page.goto(`/manager/schedule/set-up?pool=${poolId}`);
  await page.getByText("Add need").first().click();
  await page.getByRole("button", { name: "Add need" }).click();
  await expect(page.getByText("Need added")).toBeVisible();
  await page.getByText("Add template").first().click();
  await page.getByLabel("Name", { exact: true }).fill("Whole day");
  await page.getByRole("button", { name: "Add template" }).click();
  await expect(page.getByText("Whole day")).toBeVisible();
});

test("a week is filled around what is planned, kept as drafts and undone", async ({ page, signInAs }) => {
  const { poolId, days, manager } = await createOffice({ assistants: { ada: {}, bo: {} } });
  const { phones } = await createRoles(e2eDb());
  const week = isoWeekOf(addDays(days.today, 21));
  const need = { poolId, roleId: phones, startMinute: 540, endMinute: 720 };
  await e2eDb().roleDemand.createMany({
    data: [
      { ...need, weekday: 2, headcount: 1 },
      { ...need, weekday: 3, headcount: 3 },
    ],
  });
  await signInAs(manager);
  await page.goto(`/manager/schedule?pool=${poolId}&week=${week}`);
  await page.getByRole("button", { name: "Fill week" }).click();
  const strip = page.getByRole("region", { name: "Proposed shifts" });
  await expect(strip).toContainText("3 shifts proposed, 1 hole left of 2. No better week exists.");

  await strip.getByRole("button", { name: "Review" }).click();
  const sheet = page.getByRole("dialog", { name: `Shifts for week ${weekNumber(week)}` });
  await expect(sheet).toContainText("1 hole left: why");
  await expect(sheet).toContainText("works another shift");
  await expectNoAxeViolations(page);
  await sheet.getByRole("button", { name: "Keep 3 drafts" }).click();
  await expect(strip).toHaveCount(0);
  await expect(page.getByText("3 changes not published")).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("3 changes not published")).toHaveCount(0);
});
