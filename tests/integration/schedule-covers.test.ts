import { beforeEach, describe, expect, it } from "vitest";
import { ApproveSwapInput } from "@/lib/coverage/publishing/schema";
import { approveSwap } from "@/lib/coverage/publishing/service-swaps";
import { requireShiftRequest } from "@/lib/schedules/swaps/queries";
import { AskForShiftInput } from "@/lib/schedules/swaps/schema";
import { askForShift } from "@/lib/schedules/swaps/service";
import { acceptShiftRequest, cancelShiftRequest } from "@/lib/schedules/swaps/service-answers";
import { testDb } from "@/tests/support/database";
import { createAbsence } from "@/tests/support/factories/absences";
import { createCover } from "@/tests/support/factories/covers";
import { createScheduleOffice, MONDAY, type ScheduleOffice } from "@/tests/support/offices/schedules";

let office: ScheduleOffice;
let coverId: string;
const DAY = new Date(MONDAY);

/** The assistant is away, the colleague covers their executive in the morning, and is drafted for the phones then. */
beforeEach(async () => {
  office = await createScheduleOffice();
  const { assistantId, colleagueId, executiveId } = office.ids;
  const { id: absenceId } = await createAbsence(testDb(), {
    ...{ assistantId, startOn: DAY, endOn: DAY, status: "approved" },
  });
  const cover = await createCover(testDb(), {
    ...{ executiveId, assistantId: colleagueId, absenceId },
    ...{ startOn: DAY, startPart: "am", endOn: DAY, endPart: "am", status: "confirmed" },
  });
  coverId = cover.id;
  await office.drafted({
    assistantId: colleagueId,
    startMinute: 480,
    endMinute: 720,
    roleId: office.roles.phones,
  });
});

const decide = (decision: string) => ({ covers: [{ coverId, on: MONDAY, part: "am", decision }] });
const statusOf = async () =>
  (await testDb().coverageAssignment.findUniqueOrThrow({ where: { id: coverId } })).status;

describe("publishing a shift that breaks a cover", () => {
  it("asks what becomes of the cover, and publishes nothing before", async () => {
    expect(await office.publish()).toMatchObject({
      ok: false,
      reason: "cover_decision_missing",
      details: { count: 1, covers: [{ coverId, on: MONDAY, part: "am" }] },
    });
    expect((await office.read()).shifts.every(({ status }) => status === "draft")).toBe(true);
  });

  it("keeps the cover where that is decided, and its half-day is a gap", async () => {
    expect(await office.published(decide("keep"))).toMatchObject({ gapsOpened: 1 });
    expect(await statusOf()).toBe("confirmed");
  });

  it("releases it with the publication where that is decided", async () => {
    expect(await office.published(decide("release"))).toMatchObject({ gapsOpened: 1 });
    expect(await statusOf()).toBe("released");
  });
});

describe("a shift that changes hands and breaks a cover", () => {
  it("is approved once it is decided what becomes of the cover", async () => {
    await testDb().shift.deleteMany();
    const open = { assistantId: null, startMinute: 480, endMinute: 720, roleId: office.roles.phones };
    const { id: shiftId } = await office.drafted(open);
    await office.published({ reason: "Agreed" });
    const manager = await office.asManager();
    const asked = await askForShift(
      manager,
      AskForShiftInput.parse({ kind: "take", shiftId, toAssistantIds: [office.ids.colleagueId] }),
    );
    if (!asked.ok) throw new Error(asked.reason);
    const { id, version } = await requireShiftRequest(manager, asked.value.id);
    const approve = (more: object) => approveSwap(manager, ApproveSwapInput.parse({ id, version, ...more }));
    expect(await approve({})).toMatchObject({
      ...{ ok: false, reason: "cover_decision_missing" },
      details: { covers: [{ coverId, on: MONDAY, part: "am" }] },
    });
    expect(await statusOf()).toBe("confirmed");
    expect(await approve(decide("release"))).toMatchObject({ ok: true });
    expect(await statusOf()).toBe("released");
  });

  it("goes at once to nobody who covers an executive then, neither by first taking nor by a question", async () => {
    await testDb().schedulePolicy.create({ data: { poolId: office.ids.pool, firstTaker: true } });
    await testDb().shift.deleteMany();
    const open = { assistantId: null, startMinute: 480, endMinute: 720, roleId: office.roles.phones };
    const { id: shiftId } = await office.drafted(open);
    await office.published({ reason: "Agreed" });
    const [colleague, manager] = [await office.asColleague(), await office.asManager()];
    const taken = await askForShift(colleague, AskForShiftInput.parse({ kind: "take", shiftId }));
    if (!taken.ok) throw new Error(taken.reason);
    const offer = await requireShiftRequest(manager, taken.value.id);
    expect(offer.status).toBe("pending_approval");
    await cancelShiftRequest(manager, { id: offer.id, version: offer.version });
    const toAssistantIds = [office.ids.colleagueId];
    const asked = await askForShift(
      manager,
      AskForShiftInput.parse({ kind: "ask", shiftId, toAssistantIds }),
    );
    if (!asked.ok) throw new Error(asked.reason);
    const answer = { id: asked.value.id, version: 1 };
    expect(await acceptShiftRequest(colleague, answer)).toMatchObject({
      value: { status: "pending_approval" },
    });
  });
});
