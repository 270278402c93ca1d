import { beforeEach, describe, expect, it } from "vitest";
import { testDb } from "@/tests/support/database";
import { createAbsence } from "@/tests/support/factories/absences";
import { createShift } from "@/tests/support/factories/schedules";
import { createScheduleOffice, type ScheduleOffice, WEEK } from "@/tests/support/offices/schedules";

let office: ScheduleOffice;

beforeEach(async () => {
  office = await createScheduleOffice();
});

describe("the database", () => {
  const row = (overrides: Record<string, unknown> = {}) =>
    createShift(testDb(), {
      ...{ poolId: office.ids.pool, assistantId: office.ids.assistantId, createdById: office.manager.userId },
      ...{ roleId: office.roles.support, status: "published", ...overrides },
    });
  const FAULTS = [
    "shifts_no_overlap",
    "shifts_hours",
    "shifts_break",
    "the person is away then",
    "a shift lies within employment",
    "a shift breaks a rule without a reason: break",
    "does not go from published to draft",
    "numbered one after the other",
  ];
  const refusedBy = async (made: Promise<unknown>) => {
    const fault = await made.then(
      () => "",
      (error: Error) => `${error.message} ${JSON.stringify(error)} ${JSON.stringify(error.cause)}`,
    );
    return FAULTS.find((words) => fault.includes(words)) ?? fault;
  };

  it("keeps published shifts of a person apart", async () => {
    await row();
    expect(await refusedBy(row({ startMinute: 700, endMinute: 900 }))).toBe("shifts_no_overlap");
    expect(await refusedBy(row({ startMinute: 720, endMinute: 900 }))).toBe("");
  });

  it("keeps hours within a day and breaks within hours", async () => {
    expect(await refusedBy(row({ startMinute: -60, endMinute: 0 }))).toBe("shifts_hours");
    expect(await refusedBy(row({ breakMinutes: 240 }))).toBe("shifts_break");
  });

  it("publishes nothing in approved leave, outside employment or against a rule without a reason", async () => {
    const { assistantId } = office.ids;
    expect(await refusedBy(row({ endMinute: 1020 }))).toBe(FAULTS[5]);
    await testDb().assistant.update({
      where: { id: assistantId },
      data: { leavesOn: new Date("2026-08-24") },
    });
    expect(await refusedBy(row({ on: new Date("2026-08-25") }))).toBe(FAULTS[4]);
    const on = new Date("2026-08-24");
    await createAbsence(testDb(), { assistantId, startOn: on, endOn: on, status: "approved" });
    expect(await refusedBy(row())).toBe(FAULTS[3]);
  });

  it("moves no shift back to a draft, and numbers publications one after the other", async () => {
    const { id } = await row();
    const back = testDb().shift.update({ where: { id }, data: { status: "draft" } });
    expect(await refusedBy(back)).toBe(FAULTS[6]);
    const data = { poolId: office.ids.pool, week: WEEK, number: 2, byId: office.manager.userId, reason: "" };
    expect(await refusedBy(testDb().schedulePublication.create({ data }))).toBe(FAULTS[7]);
  });
});
