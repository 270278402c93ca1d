import { beforeEach, describe, expect, it } from "vitest";
import { DecideAbsenceInput, ReportSicknessInput } from "@/lib/absences/requests/schema";
import { cancelAbsence, requestAbsence } from "@/lib/absences/requests/service";
import { NotFoundError } from "@/lib/errors";
import { addDays, day, dayOfColumn } from "@/lib/time/day";
import { recordAbsenceAndSeats, reportSicknessAndSeats } from "@/lib/training/attendance/service-sickness";
import { previewBooking } from "@/lib/training/enrolments/queries-preview";
import { EnrolInput } from "@/lib/training/enrolments/schema";
import { enrolAssistant } from "@/lib/training/enrolments/service";
import { cancelEnrolment } from "@/lib/training/enrolments/service-ending";
import { changeSessionOfSeat } from "@/lib/training/enrolments/service-sessions";
import { cancelSession } from "@/lib/training/sessions/service";
import { asManagerOf } from "../support/contexts";
import { testDb } from "../support/database";
import { makeRecord, makeRequest, opensNothing } from "../support/factories/absences";
import { createCourse } from "../support/factories/training";
import { createOtherManager } from "../support/offices/coverage";
import { createTrainingOffice, MORNING, type TrainingOffice } from "../support/offices/training";
import { liveCovers, noticesOf } from "../support/records";
import { current } from "../support/versions";

let office: TrainingOffice;

beforeEach(async () => {
  office = await createTrainingOffice();
});

/** Who reads the handovers of Ben's executive. */
async function handoverCovers() {
  const rows = await testDb().handover.findMany({ where: { executiveId: office.ids.bo } });
  return rows.map(({ coverAssistantId }) => coverAssistantId);
}

describe("a seat on a course", () => {
  it("is an absence with its cover, made together", async () => {
    const answer = await office.enrol("ben");
    expect(answer).toMatchObject({ ok: true, value: { status: "booked" } });
    const [absence] = await office.trainingAbsencesOf("ben");
    expect(absence).toMatchObject({ status: "approved", startMinute: 540, endMinute: 720, isBooked: true });
    const covers = await liveCovers(["confirmed"]);
    expect(covers.map(({ executiveId, absenceId }) => [executiveId, absenceId])).toEqual([
      [office.ids.bo, absence?.id],
    ]);
    expect(await noticesOf(office.userIds.ben)).toEqual(["handover_drafted", "training_booked"]);
    expect(await handoverCovers()).toEqual([covers[0]?.assistantId]);
  });

  it("leaves a gap only where exactly that is named, and nothing is written before", async () => {
    const refused = await office.enrol("ben", { covers: [] });
    expect(refused).toMatchObject({ ok: false, reason: "gaps_not_accepted", details: { count: 1 } });
    expect(await testDb().enrolment.count()).toBe(0);
    expect(await office.trainingAbsencesOf("ben")).toEqual([]);
    const acceptedGaps = [{ executiveId: office.ids.bo, on: MORNING.on, part: "am" }];
    expect(await office.enrol("ben", { covers: [], acceptedGaps })).toMatchObject({
      ok: true,
      value: { status: "booked" },
    });
    expect(await testDb().acceptedGap.count()).toBe(1);
  });

  it("is shown before with who would cover, and writes nothing", async () => {
    const preview = await previewBooking(office.manager, {
      sessionId: office.sessionId,
      assistantId: office.ids.ben,
    });
    expect(preview).toMatchObject({ refusal: null, gaps: [], name: "Ben Berg" });
    expect(preview.executives.map(({ name, runs }) => [name, runs[0]?.state])).toEqual([
      ["Bo Holm", "planned"],
    ]);
    expect(await testDb().absence.count({ where: { leaveTypeId: "training" } })).toBe(0);
    expect(await office.enrol("ben", { covers: preview.covers })).toMatchObject({ ok: true });
  });

  it("is refused for what leave is refused for", async () => {
    const ben = await office.assistant("ben");
    await requestAbsence(ben, makeRequest({ from: MORNING.on, to: MORNING.on }), opensNothing);
    expect(await office.enrol("ben")).toMatchObject({ ok: false, reason: "overlaps_absence" });
    const sessionId = await office.plan({ dates: [{ ...MORNING, on: day("2026-08-28") }] });
    expect(await office.enrol("cia", { sessionId })).toMatchObject({ ok: false, reason: "no_working_time" });
  });

  it("is an absence for each date of the session, all of them or none", async () => {
    const second = { ...MORNING, on: day("2026-08-26") };
    const sessionId = await office.plan({ dates: [MORNING, second] });
    expect(await office.enrol("ben", { sessionId })).toMatchObject({ ok: true });
    expect((await office.trainingAbsencesOf("ben")).length).toBe(2);
    await requestAbsence(
      await office.assistant("cia"),
      makeRequest({ from: second.on, to: second.on }),
      opensNothing,
    );
    expect(await office.enrol("cia", { sessionId })).toMatchObject({ ok: false });
    expect(await office.trainingAbsencesOf("cia")).toEqual([]);
  });

  it("is given to one of the pool by whoever leads it, and to nobody twice", async () => {
    const [first, second] = [await office.enrol("ben"), await office.enrol("ben")];
    expect(first.ok && second.ok && first.value.id === second.value.id).toBe(true);
    const stranger = await createOtherManager();
    const input = EnrolInput.parse({ sessionId: office.sessionId, assistantId: office.ids.ben });
    await expect(enrolAssistant(stranger, input)).rejects.toThrow(NotFoundError);
  });

  it("is given back with its absence, cover and handover, and the others are told", async () => {
    await office.enrol("ben");
    const answer = await cancelEnrolment(await office.assistant("ben"), {
      ...(await office.seatOf("ben")),
      note: "",
    });
    expect(answer).toMatchObject({ ok: true, value: { status: "cancelled" } });
    expect((await office.trainingAbsencesOf("ben")).map(({ status }) => status)).toEqual(["cancelled"]);
    expect(await liveCovers(["offered", "confirmed"])).toEqual([]);
    expect(await handoverCovers()).toEqual([null]);
    expect(await noticesOf(office.manager.actor.userId)).toContain("training_seat_free");
  });

  it("alone moves or ends its absence", async () => {
    await office.enrol("ben");
    const [absence] = await office.trainingAbsencesOf("ben");
    const input = DecideAbsenceInput.parse(await current("absences", absence?.id ?? ""));
    expect(await cancelAbsence(office.manager, input)).toMatchObject({ reason: "ends_with_booking" });
    const ben = await office.assistant("ben");
    const leave = await requestAbsence(ben, makeRequest({ from: MORNING.on, to: MORNING.on }), opensNothing);
    expect(leave).toMatchObject({ ok: false, reason: "overlaps_booking" });
    await expect(
      testDb().absence.update({ where: { id: absence?.id ?? "" }, data: { status: "cancelled" } }),
    ).rejects.toThrow(/booked absence|absences_end_with_their_booking/);
    await expect(testDb().enrolment.updateMany({ data: { status: "cancelled" } })).rejects.toThrow(
      /absence is left|enrolments_have_absences/,
    );
  });

  it("is given back by whoever falls ill before it begins", async () => {
    await office.enrol("ben");
    const report = ReportSicknessInput.parse({ from: MORNING.on, to: MORNING.on });
    const early = { ...(await office.assistant("ben")), now: new Date("2026-08-24T07:00:00Z") };
    const answer = await reportSicknessAndSeats(early, report, opensNothing);
    expect(answer).toMatchObject({ ok: true, value: { status: "approved" } });
    expect(await office.statusOf("ben")).toBe("cancelled");
  });

  it("is kept by who falls ill on a day of it: the date is missed, and the cover is the illness's", async () => {
    const second = { ...MORNING, on: addDays(MORNING.on, 1) };
    const sessionId = await office.plan({
      dates: [MORNING, second],
      courseId: (await createCourse(testDb(), { name: "Two days" })).id,
    });
    await office.enrol("ben", { sessionId });
    const report = ReportSicknessInput.parse({ from: MORNING.on, to: MORNING.on });
    const meanwhile = { ...(await office.assistant("ben")), now: new Date("2026-08-25T08:00:00Z") };
    const answer = await reportSicknessAndSeats(meanwhile, report, opensNothing);
    expect(answer).toMatchObject({ ok: true, value: { status: "approved" } });
    expect(await office.statusOf("ben")).toBe("booked");
    expect((await office.trainingAbsencesOf("ben")).map(({ status }) => status).sort()).toEqual([
      "approved",
      "cancelled",
    ]);
    const marks = await testDb().attendance.findMany({ include: { sessionDate: true } });
    expect(marks.map(({ minutes, sessionDate }) => [minutes, dayOfColumn(sessionDate.on)])).toEqual([
      [0, MORNING.on],
    ]);
    const covers = await liveCovers(["confirmed"]);
    const sick = await testDb().absence.findFirstOrThrow({ where: { leaveTypeId: "sick" } });
    expect(covers.map(({ absenceId }) => absenceId === sick.id).sort()).toEqual([false, true]);
  });

  it("makes way for illness that a manager enters, and ends with its outcome where no date is left", async () => {
    await office.enrol("ben");
    const record = makeRecord(office.ids.ben ?? "", { type: "sick", from: MORNING.on, to: MORNING.on });
    const meanwhile = await asManagerOf(office.manager.actor.userId, new Date("2026-08-25T08:00:00Z"));
    expect(await recordAbsenceAndSeats(meanwhile, record, opensNothing)).toMatchObject({ ok: true });
    expect(await office.statusOf("ben")).toBe("no_show");
  });

  it("goes to another session in one act, and whoever waited has it", async () => {
    await testDb().trainingSession.update({ where: { id: office.sessionId }, data: { capacity: 1 } });
    await office.enrol("ben");
    expect(await office.ask("dan")).toMatchObject({ ok: true, value: { status: "waitlisted" } });
    const later = await office.plan({ dates: [{ ...MORNING, on: addDays(MORNING.on, 7) }] });
    const seat = await office.seatOf("ben");
    const moved = await changeSessionOfSeat(office.manager, { ...seat, sessionId: later, acceptedGaps: [] });
    expect(moved).toMatchObject({ ok: true, value: { status: "booked" } });
    expect((await office.enrolmentOf("ben")).sessionId).toBe(later);
    expect(await office.statusOf("dan")).toBe("booked");
    expect(await noticesOf(office.userIds.ben)).not.toContain("training_seat_ended");
    const back = await office.seatOf("ben");
    const full = await changeSessionOfSeat(office.manager, {
      ...back,
      sessionId: office.sessionId,
      acceptedGaps: [],
    });
    expect(full).toMatchObject({ ok: false, reason: "session_full" });
    expect(await office.enrolmentOf("ben")).toMatchObject({ sessionId: later, status: "booked" });
  });

  it("is given back by everybody when the session is cancelled, which is once", async () => {
    await office.enrol("ben");
    await office.ask("dan");
    const read = await current("training_sessions", office.sessionId);
    expect(await cancelSession(office.manager, read)).toMatchObject({ ok: true });
    expect([await office.statusOf("ben"), await office.statusOf("dan")]).toEqual(["cancelled", "cancelled"]);
    expect(await liveCovers(["confirmed"])).toEqual([]);
    expect(await noticesOf(office.userIds.ben)).toContain("training_seat_ended");
    expect(await cancelSession(office.manager, read)).toMatchObject({ ok: false });
  });
});
