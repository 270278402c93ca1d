import { beforeEach, describe, expect, it } from "vitest";
import { DecideAbsenceInput, ReportSicknessInput } from "@/lib/absences/requests/schema";
import { cancelAbsence, requestAbsence } from "@/lib/absences/requests/service";
import { NotFoundError } from "@/lib/errors";
import { addDays, day, dayOfColumn } from "@/lib/time/day";
import { recordAbsenceAndSeats, reportSicknessAndSeats } from "@/lib/training/attendance/service-sickness";
import { CreateCourseInput } from "@/lib/training/courses/schema";
import { createCourse as addCourse } from "@/lib/training/courses/service";
import { previewBooking } from "@/lib/training/enrolments/queries-preview";
import { AskForSeatInput, EnrolInput } from "@/lib/training/enrolments/schema";
import {
  approveEnrolment,
  askForSeat,
  declineEnrolment,
  enrolAssistant,
} from "@/lib/training/enrolments/service";
import { cancelEnrolment } from "@/lib/training/enrolments/service-ending";
import { changeSessionOfSeat } from "@/lib/training/enrolments/service-sessions";
import { remindOfTraining } from "@/lib/training/reminders/service";
import { MoveSessionInput, PlanSessionInput } from "@/lib/training/sessions/schema";
import { cancelSession, planSession } from "@/lib/training/sessions/service";
import { moveSession } from "@/lib/training/sessions/service-dates";
import { asAssistantOf, asManagerOf, asSystem } from "../support/contexts";
import { testDb } from "../support/database";
import { makeRecord, makeRequest, opensNothing } from "../support/factories/absences";
import { createCourse, createTrainingSession } from "../support/factories/training";
import { type CoverageOffice, createCoverageOffice, createOtherManager } from "../support/offices/coverage";
import { liveCovers, noticesOf } from "../support/records";
import { current } from "../support/versions";

/** A morning of the week after the one in which Ana is away. */
const MORNING = { on: day("2026-08-25"), startMinute: 540, endMinute: 720 };

let office: CoverageOffice;
let courseId: string;
let sessionId: string;

beforeEach(async () => {
  office = await createCoverageOffice();
  await testDb().leaveType.create({ data: { id: "training", nameEn: "Training", nameSv: "Utbildning" } });
  courseId = (await createCourse(testDb())).id;
  sessionId = await plan();
});

async function plan(more: Partial<Parameters<typeof createTrainingSession>[1]> = {}): Promise<string> {
  const { id } = await createTrainingSession(testDb(), {
    courseId,
    poolId: office.poolId,
    createdById: office.manager.actor.userId,
    dates: [MORNING],
    ...more,
  });
  return id;
}

type Name = "ana" | "ben" | "cia" | "dan";

const assistant = (name: Name) => asAssistantOf(office.userIds[name] ?? "");

function enrol(name: Name, more: Record<string, unknown> = {}) {
  const input = EnrolInput.parse({ sessionId, assistantId: office.ids[name], ...more });
  return enrolAssistant(office.manager, input);
}

async function ask(name: Name, more: Record<string, unknown> = {}) {
  return askForSeat(await assistant(name), AskForSeatInput.parse({ courseId, sessionId, ...more }));
}

const enrolmentOf = (name: Name) =>
  testDb().enrolment.findFirstOrThrow({
    where: { assistantId: office.ids[name] },
    orderBy: { queueNumber: "desc" },
  });

const statusOf = async (name: Name) => (await enrolmentOf(name)).status;

const absencesOf = (name: Name) =>
  testDb().absence.findMany({ where: { assistantId: office.ids[name], leaveTypeId: "training" } });

/** Who reads the handovers of Ben's executive. */
async function handoverCovers() {
  const rows = await testDb().handover.findMany({ where: { executiveId: office.ids.bo } });
  return rows.map(({ coverAssistantId }) => coverAssistantId);
}

const asRead = (id: string) => current("enrolments", id);

describe("a seat on a course", () => {
  it("is an absence with its cover, made together", async () => {
    const answer = await enrol("ben");
    expect(answer).toMatchObject({ ok: true, value: { status: "booked" } });
    const [absence] = await absencesOf("ben");
    expect(absence).toMatchObject({ status: "approved", startMinute: 540, endMinute: 720, isBooked: true });
    const covers = await liveCovers(["confirmed"]);
    expect(covers.map(({ executiveId, absenceId }) => [executiveId, absenceId])).toEqual([
      [office.ids.bo, absence?.id],
    ]);
    expect(await noticesOf(office.userIds.ben)).toEqual(["handover_drafted", "training_booked"]);
    expect(await handoverCovers()).toEqual([covers[0]?.assistantId]);
  });

  it("leaves a gap only where exactly that is named, and nothing is written before", async () => {
    const refused = await enrol("ben", { covers: [] });
    expect(refused).toMatchObject({ ok: false, reason: "gaps_not_accepted", details: { count: 1 } });
    expect(await testDb().enrolment.count()).toBe(0);
    expect(await absencesOf("ben")).toEqual([]);
    const acceptedGaps = [{ executiveId: office.ids.bo, on: MORNING.on, part: "am" }];
    expect(await enrol("ben", { covers: [], acceptedGaps })).toMatchObject({
      ok: true,
      value: { status: "booked" },
    });
    expect(await testDb().acceptedGap.count()).toBe(1);
  });

  it("is shown before with who would cover, and writes nothing", async () => {
    const preview = await previewBooking(office.manager, { sessionId, assistantId: office.ids.ben });
    expect(preview).toMatchObject({ refusal: null, gaps: [], name: "Ben Berg" });
    expect(preview.executives.map(({ name, runs }) => [name, runs[0]?.state])).toEqual([
      ["Bo Holm", "planned"],
    ]);
    expect(await testDb().absence.count({ where: { leaveTypeId: "training" } })).toBe(0);
    expect(await enrol("ben", { covers: preview.covers })).toMatchObject({ ok: true });
  });

  it("is refused for what leave is refused for", async () => {
    const ben = await assistant("ben");
    await requestAbsence(ben, makeRequest({ from: MORNING.on, to: MORNING.on }), opensNothing);
    expect(await enrol("ben")).toMatchObject({ ok: false, reason: "overlaps_absence" });
    sessionId = await plan({ dates: [{ ...MORNING, on: day("2026-08-28") }] });
    expect(await enrol("cia")).toMatchObject({ ok: false, reason: "no_working_time" });
  });

  it("is an absence for each date of the session, all of them or none", async () => {
    const second = { ...MORNING, on: day("2026-08-26") };
    sessionId = await plan({ dates: [MORNING, second] });
    expect(await enrol("ben")).toMatchObject({ ok: true });
    expect((await absencesOf("ben")).length).toBe(2);
    await requestAbsence(
      await assistant("cia"),
      makeRequest({ from: second.on, to: second.on }),
      opensNothing,
    );
    expect(await enrol("cia")).toMatchObject({ ok: false });
    expect(await absencesOf("cia")).toEqual([]);
  });

  it("is given to one of the pool by whoever leads it, and to nobody twice", async () => {
    const [first, second] = [await enrol("ben"), await enrol("ben")];
    expect(first.ok && second.ok && first.value.id === second.value.id).toBe(true);
    const stranger = await createOtherManager();
    const input = EnrolInput.parse({ sessionId, assistantId: office.ids.ben });
    await expect(enrolAssistant(stranger, input)).rejects.toThrow(NotFoundError);
  });

  it("is given back with its absence, cover and handover, and the others are told", async () => {
    await enrol("ben");
    const { id } = await enrolmentOf("ben");
    const answer = await cancelEnrolment(await assistant("ben"), { ...(await asRead(id)), note: "" });
    expect(answer).toMatchObject({ ok: true, value: { status: "cancelled" } });
    expect((await absencesOf("ben")).map(({ status }) => status)).toEqual(["cancelled"]);
    expect(await liveCovers(["offered", "confirmed"])).toEqual([]);
    expect(await handoverCovers()).toEqual([null]);
    expect(await noticesOf(office.manager.actor.userId)).toContain("training_seat_free");
  });

  it("alone moves or ends its absence", async () => {
    await enrol("ben");
    const [absence] = await absencesOf("ben");
    const input = DecideAbsenceInput.parse(await current("absences", absence?.id ?? ""));
    expect(await cancelAbsence(office.manager, input)).toMatchObject({ reason: "ends_with_booking" });
    const ben = await assistant("ben");
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
    await enrol("ben");
    const report = ReportSicknessInput.parse({ from: MORNING.on, to: MORNING.on });
    const early = { ...(await assistant("ben")), now: new Date("2026-08-24T07:00:00Z") };
    const answer = await reportSicknessAndSeats(early, report, opensNothing);
    expect(answer).toMatchObject({ ok: true, value: { status: "approved" } });
    expect(await statusOf("ben")).toBe("cancelled");
  });

  it("is kept by who falls ill on a day of it: the date is missed, and the cover is the illness's", async () => {
    const second = { ...MORNING, on: addDays(MORNING.on, 1) };
    sessionId = await plan({
      dates: [MORNING, second],
      courseId: (await createCourse(testDb(), { name: "Two days" })).id,
    });
    await enrol("ben");
    const report = ReportSicknessInput.parse({ from: MORNING.on, to: MORNING.on });
    const meanwhile = { ...(await assistant("ben")), now: new Date("2026-08-25T08:00:00Z") };
    const answer = await reportSicknessAndSeats(meanwhile, report, opensNothing);
    expect(answer).toMatchObject({ ok: true, value: { status: "approved" } });
    expect(await statusOf("ben")).toBe("booked");
    expect((await absencesOf("ben")).map(({ status }) => status).sort()).toEqual(["approved", "cancelled"]);
    const marks = await testDb().attendance.findMany({ include: { sessionDate: true } });
    expect(marks.map(({ minutes, sessionDate }) => [minutes, dayOfColumn(sessionDate.on)])).toEqual([
      [0, MORNING.on],
    ]);
    const covers = await liveCovers(["confirmed"]);
    const sick = await testDb().absence.findFirstOrThrow({ where: { leaveTypeId: "sick" } });
    expect(covers.map(({ absenceId }) => absenceId === sick.id).sort()).toEqual([false, true]);
  });

  it("makes way for illness that a manager enters, and ends with its outcome where no date is left", async () => {
    await enrol("ben");
    const record = makeRecord(office.ids.ben ?? "", { type: "sick", from: MORNING.on, to: MORNING.on });
    const meanwhile = await asManagerOf(office.manager.actor.userId, new Date("2026-08-25T08:00:00Z"));
    expect(await recordAbsenceAndSeats(meanwhile, record, opensNothing)).toMatchObject({ ok: true });
    expect(await statusOf("ben")).toBe("no_show");
  });

  it("goes to another session in one act, and whoever waited has it", async () => {
    await testDb().trainingSession.update({ where: { id: sessionId }, data: { capacity: 1 } });
    await enrol("ben");
    expect(await ask("dan")).toMatchObject({ ok: true, value: { status: "waitlisted" } });
    const later = await plan({ dates: [{ ...MORNING, on: addDays(MORNING.on, 7) }] });
    const seat = await asRead((await enrolmentOf("ben")).id);
    const moved = await changeSessionOfSeat(office.manager, { ...seat, sessionId: later, acceptedGaps: [] });
    expect(moved).toMatchObject({ ok: true, value: { status: "booked" } });
    expect((await enrolmentOf("ben")).sessionId).toBe(later);
    expect(await statusOf("dan")).toBe("booked");
    expect(await noticesOf(office.userIds.ben)).not.toContain("training_cancelled");
    const back = await asRead((await enrolmentOf("ben")).id);
    const full = await changeSessionOfSeat(office.manager, { ...back, sessionId, acceptedGaps: [] });
    expect(full).toMatchObject({ ok: false, reason: "session_full" });
    expect(await enrolmentOf("ben")).toMatchObject({ sessionId: later, status: "booked" });
  });

  it("is given back by everybody when the session is cancelled, which is once", async () => {
    await enrol("ben");
    await ask("dan");
    const read = await current("training_sessions", sessionId);
    expect(await cancelSession(office.manager, read)).toMatchObject({ ok: true });
    expect([await statusOf("ben"), await statusOf("dan")]).toEqual(["cancelled", "cancelled"]);
    expect(await liveCovers(["confirmed"])).toEqual([]);
    expect(await noticesOf(office.userIds.ben)).toContain("training_cancelled");
    expect(await cancelSession(office.manager, read)).toMatchObject({ ok: false });
  });
});

describe("reminders", () => {
  const at = (text: string) => remindOfTraining(asSystem(new Date(text)));
  const reminded = async () =>
    (await noticesOf(office.userIds.ben)).filter((kind) => kind === "training_reminder").length;

  it("go out a week and a day before, each once, and never for a seat that was given back", async () => {
    await enrol("ben");
    expect(await at("2026-08-17T09:00:00Z")).toMatchObject({ reminded: 0 });
    expect(await at("2026-08-18T09:00:00Z")).toMatchObject({ reminded: 1 });
    expect(await at("2026-08-19T09:00:00Z")).toMatchObject({ reminded: 0 });
    expect(await at("2026-08-24T09:00:00Z")).toMatchObject({ reminded: 1 });
    expect([await at("2026-08-24T10:00:00Z"), await reminded()]).toMatchObject([{ reminded: 0 }, 2]);
    await testDb().enrolment.updateMany({ data: { remindedDayAt: null } });
    const seat = await asRead((await enrolmentOf("ben")).id);
    await cancelEnrolment(office.manager, { ...seat, note: "" });
    expect(await at("2026-08-24T11:00:00Z")).toMatchObject({ reminded: 0 });
  });

  it("tell managers once where too few have a seat", async () => {
    await testDb().trainingSession.update({ where: { id: sessionId }, data: { minimum: 3 } });
    await enrol("ben");
    expect(await at("2026-08-19T09:00:00Z")).toMatchObject({ below: 1 });
    expect(await at("2026-08-20T09:00:00Z")).toMatchObject({ below: 0 });
    expect(await noticesOf(office.manager.actor.userId)).toContain("training_too_few");
  });
});

describe("other dates of a session", () => {
  const NEXT = { ...MORNING, on: day("2026-09-01") };

  async function move(more: Record<string, unknown> = {}) {
    const read = await current("training_sessions", sessionId);
    return moveSession(office.manager, MoveSessionInput.parse({ ...read, dates: [NEXT], ...more }));
  }

  it("keep every seat, with its absence and cover on the new ones, and are told", async () => {
    await enrol("ben");
    expect(await move()).toMatchObject({ ok: true });
    const absences = await absencesOf("ben");
    expect(absences.map(({ startOn, status }) => [startOn.toISOString().slice(0, 10), status])).toEqual([
      [MORNING.on, "cancelled"],
      [NEXT.on, "approved"],
    ]);
    const covers = await liveCovers(["confirmed"]);
    expect(covers.map(({ startOn }) => startOn.toISOString().slice(0, 10))).toEqual([NEXT.on]);
    expect(await statusOf("ben")).toBe("booked");
    expect(await noticesOf(office.userIds.ben)).toContain("training_moved");
  });

  it("are refused where a participant is away then, and nothing has moved", async () => {
    await enrol("ben");
    const leave = makeRequest({ from: NEXT.on, to: NEXT.on });
    await requestAbsence(await assistant("ben"), leave, opensNothing);
    expect(await move()).toMatchObject({ reason: "participants_away", details: { names: "Ben Berg" } });
    expect((await absencesOf("ben")).map(({ status }) => status)).toEqual(["approved"]);
  });

  it("leave a gap only where it is named", async () => {
    await enrol("ben");
    await testDb().dutyRequirement.updateMany({
      where: { executiveId: office.ids.bo },
      data: { minProficiency: 5 },
    });
    expect(await move()).toMatchObject({ reason: "gaps_not_accepted", details: { count: 1 } });
    const acceptedGaps = [{ executiveId: office.ids.bo, on: NEXT.on, part: "am" }];
    expect(await move({ acceptedGaps })).toMatchObject({ ok: true });
  });
});

describe("asking for a seat", () => {
  it("books it at once where nobody has to decide and nothing stays open", async () => {
    expect(await ask("ben")).toMatchObject({ ok: true, value: { status: "booked" } });
    const [first, again] = [await enrolmentOf("ben"), await ask("ben")];
    expect(again).toMatchObject({ ok: true, value: { id: first.id } });
    expect(await testDb().enrolment.count()).toBe(1);
  });

  it("waits for a decision where somebody has to decide, or a gap would be left", async () => {
    await testDb().course.update({ where: { id: courseId }, data: { needsApproval: true } });
    expect(await ask("ben")).toMatchObject({ ok: true, value: { status: "requested" } });
    expect(await noticesOf(office.manager.actor.userId)).toContain("training_requested");
    const { id } = await enrolmentOf("ben");
    const approved = await approveEnrolment(office.manager, { ...(await asRead(id)), acceptedGaps: [] });
    expect(approved).toMatchObject({ ok: true, value: { status: "booked" } });
  });

  it("is refused on blackout days, in the words of training, as planning a session then is", async () => {
    await testDb().course.update({ where: { id: courseId }, data: { needsApproval: true } });
    const days = { fromOn: new Date(MORNING.on), toOn: new Date(MORNING.on) };
    await testDb().blackoutPeriod.create({
      data: { poolId: office.poolId, name: "Stocktaking", kind: "hard", ...days },
    });
    const refused = { reason: "training_on_blackout", details: { name: "Stocktaking", from: MORNING.on } };
    expect(await ask("ben")).toMatchObject(refused);
    expect(await enrol("ben")).toMatchObject(refused);
    const preview = await previewBooking(office.manager, { sessionId, assistantId: office.ids.ben ?? "" });
    expect(preview.refusal).toMatchObject(refused);
    const input = PlanSessionInput.parse({ courseId, poolId: office.poolId, capacity: 4, dates: [MORNING] });
    expect(await planSession(office.manager, input)).toMatchObject(refused);
  });

  it("is declined with a word, and refused once the session has begun or its sign-up is over", async () => {
    await testDb().course.update({ where: { id: courseId }, data: { needsApproval: true } });
    await ask("ben");
    const { id } = await enrolmentOf("ben");
    const declined = await declineEnrolment(office.manager, { ...(await asRead(id)), note: "Next time." });
    expect(declined).toMatchObject({ ok: true, value: { status: "declined" } });
    expect(await noticesOf(office.userIds.ben)).toContain("training_declined");
    await testDb().trainingSession.update({
      where: { id: sessionId },
      data: { signUpUntil: new Date("2026-08-16") },
    });
    expect(await ask("dan")).toMatchObject({ ok: false, reason: "sign_up_closed" });
    const late = { ...(await assistant("dan")), now: new Date("2026-08-25T08:00:00Z") };
    await testDb().trainingSession.update({ where: { id: sessionId }, data: { signUpUntil: null } });
    const answer = await askForSeat(late, AskForSeatInput.parse({ courseId, sessionId }));
    expect(answer).toMatchObject({ ok: false, reason: "session_begun" });
  });

  it("is asked for once a course: another session says so, and keeps the first", async () => {
    const first = await ask("ben");
    if (!first.ok) throw new Error(first.reason);
    expect(await ask("ben")).toMatchObject({ ok: true, value: { id: first.value.id } });
    const other = await plan({ dates: [{ ...MORNING, on: addDays(MORNING.on, 7) }] });
    expect(await ask("ben", { sessionId: other })).toMatchObject({ ok: false, reason: "enrolled_already" });
  });
});

describe("a course", () => {
  const made = (more: Record<string, unknown> = {}) =>
    addCourse(office.manager, CreateCourseInput.parse({ name: "Letters", minutes: 1, ...more }));

  it("has a name no other has that is offered, and grants levels in known duties alone", async () => {
    expect(await made()).toMatchObject({ ok: true });
    expect(await made({ name: "letters" })).toMatchObject({ reason: "course_name_taken", path: "name" });
    await testDb().course.updateMany({ where: { name: "Letters" }, data: { isRetired: true } });
    expect(await made()).toMatchObject({ ok: true });
    const grants = [{ dutyId: "juggling", level: 2 }];
    expect(await made({ name: "Circus", grants })).toMatchObject({
      reason: "unknown_duty",
      details: { duty: "juggling" },
    });
  });
});
