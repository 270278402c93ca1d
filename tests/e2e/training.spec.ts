import { expect, expectNoAxeViolations, expectNoOverflow, test } from "../support/e2e";
import { createOffice } from "../support/e2e-office";
import { addTrainingSession } from "../support/e2e-records";

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
  await expectNoAxeViolations(page);
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
