import { expect, expectNoAxeViolations, expectNoOverflow, test } from "../support/e2e";
import { createOffice } from "../support/e2e-office";
import { addHeldSeat, addTrainingSession } from "../support/e2e-records";

const PHONE = { width: 390, height: 844 };

test("a seat is booked with its cover, waited for, and given back to the next in line", async ({
  page,
  signInAs,
}) => {
  const { poolId, days, manager, assistants } = await createOffice({
    assistants: { thomas: {}, ada: {}, bo: {} },
    executives: { louise: { primary: "thomas", backups: ["bo"] } },
  });
  const { thomas, ada } = assistants;
  const { id, course } = await addTrainingSession({ poolId, manager, on: days.dayOf(2, 1), capacity: 1 });

  await signInAs(manager);
  await page.goto(`/manager/training/sessions/${id}?person=${thomas.id}`);
  await expect(page.getByRole("heading", { level: 1, name: course })).toBeVisible();
  await expect(page.getByText(`1 executive needs cover while ${thomas.name} attends.`)).toBeVisible();
  await expectNoAxeViolations(page);
  await page.getByRole("button", { name: `Book ${thomas.name} with cover` }).click();
  await expect(page.getByText(`while ${thomas.name} attends`)).toBeVisible();
  await expect(page.getByRole("heading", { name: "Participants, 1 of 1" })).toBeVisible();

  await page.setViewportSize(PHONE);
  await signInAs(ada);
  await page.goto("/assistant/training");
  await page.getByRole("button", { name: `Ask for ${course}` }).click();
  await expect(page.getByText("On the waiting list, 1 of 1")).toBeVisible();
  await expectNoOverflow(page);

  await signInAs(thomas);
  await page.goto("/assistant/training");
  await expect(page.getByText("09:00–12:00")).toBeVisible();
  await page.getByText("Can’t come", { exact: true }).click();
  await page.getByRole("button", { name: "Give my seat back" }).click();
  await expect(page.getByText("No course booked. Ask for one below.")).toBeVisible();

  await signInAs(ada);
  await page.goto("/assistant/training");
  await expect(page.getByText("09:00–12:00")).toBeVisible();
  await expect(page.getByText("Can’t come", { exact: true })).toBeVisible();
});

test("dates are moved, attendance raises a level, and matrix and needs show it", async ({
  page,
  signInAs,
}) => {
  const { poolId, days, manager, assistants } = await createOffice({
    assistants: { thomas: {}, ada: { skills: { calendar: 1, travel: 4 } } },
    executives: { louise: { primary: "thomas", needs: 3 } },
  });
  const { ada } = assistants;
  const coming = await addTrainingSession({ poolId, manager, on: days.dayOf(2, 1), capacity: 4 });
  const held = await addTrainingSession({
    ...{ poolId, manager, on: days.dayOf(-1, 1), capacity: 4 },
    grants: { dutyId: "calendar", level: 4 },
  });
  await addHeldSeat(held, ada);

  await signInAs(manager);
  await page.goto("/manager/training");
  await page.getByRole("button", { name: "Work it out again" }).click();
  const need = page.getByText(`Train ${ada.name} in Calendar to level 3`);
  await expect(need).toBeVisible();

  await page.goto(`/manager/training/sessions/${coming.id}`);
  await page.getByText("Move the dates", { exact: true }).click();
  const until = page.getByRole("group", { name: "Until, day 1" }).getByRole("spinbutton").first();
  await until.focus();
  await page.keyboard.press("ArrowDown");
  await page.getByRole("button", { name: "Move", exact: true }).click();
  await expect(page.getByText("09:00–11:00")).toBeVisible();

  await page.goto(`/manager/training/sessions/${held.id}`);
  await page.getByRole("button", { name: `Present: ${ada.name}` }).click();
  await expect(page.getByText("Attended", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Finish the session" }).click();
  await expect(page.getByText("Over", { exact: true })).toBeVisible();

  await page.goto(`/manager/training/matrix?pool=${poolId}`);
  await page.getByRole("link", { name: `${ada.name}, Calendar: level 4` }).click();
  const history = page.getByRole("complementary", { name: `Calendar, ${ada.name}` });
  await expect(history.getByText("1 → 4")).toBeVisible();
  await expect(history.getByText(/by a course/)).toBeVisible();
  await page.goto("/manager/training");
  await page.getByRole("button", { name: "Work it out again" }).click();
  await expect(need).toBeHidden();
});

test("a mentor is proposed, both say yes, and what one notes for oneself the other never reads", async ({
  page,
  signInAs,
}) => {
  const { manager, assistants } = await createOffice({
    assistants: { thomas: {}, ada: { skills: { calendar: 1 } } },
    executives: { louise: { primary: "thomas" } },
  });
  const { thomas, ada } = assistants;
  await signInAs(manager);
  await page.goto(`/manager/training/mentoring?learner=${ada.id}&duty1=calendar`);
  await page.getByRole("button", { name: "Ask both" }).click();
  await expect(page.getByText(`${thomas.name} → ${ada.name}`)).toBeVisible();

  await page.setViewportSize(PHONE);
  for (const person of [ada, thomas]) {
    await signInAs(person);
    await page.goto("/assistant/mentoring");
    await page.getByRole("button", { name: "Yes", exact: true }).click();
    await expect(page.getByRole("button", { name: "Yes", exact: true })).toBeHidden();
  }
  await page.getByRole("textbox", { name: "Note" }).fill("Ask about the board first");
  await page.getByRole("radio", { name: "Only me" }).check({ force: true });
  await page.getByRole("button", { name: "Add the note" }).click();
  await expect(page.getByText("Ask about the board first")).toBeVisible();
  await expectNoOverflow(page);

  await signInAs(ada);
  await page.goto("/assistant/mentoring");
  await expect(page.getByText(`${thomas.name} is your mentor`)).toBeVisible();
  await expect(page.getByText("Ask about the board first")).toBeHidden();
});
