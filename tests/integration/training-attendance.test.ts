import { beforeEach, describe, expect, it } from "vitest";
import { wholeOf } from "@/lib/api/changes";
import { requireAssistantRecord } from "@/lib/assistants/queries";
import { listSkillChanges } from "@/lib/assistants/queries-skills";
import { ChangeAssistantInput } from "@/lib/assistants/schema";
import { changeAssistant } from "@/lib/assistants/service";
import { NotFoundError } from "@/lib/errors";
import { day } from "@/lib/time/day";
import { finishSession, markAttendance } from "@/lib/training/attendance/service";
import { listExpiringCertificates, listOwnCertificates } from "@/lib/training/certificates/queries";
import { warnOfCertificates } from "@/lib/training/certificates/service";
import { EnrolInput } from "@/lib/training/enrolments/schema";
import { enrolAssistant } from "@/lib/training/enrolments/service";
import { getEvaluations } from "@/lib/training/evaluations/queries";
import { EvaluateInput } from "@/lib/training/evaluations/schema";
import { evaluateCourse } from "@/lib/training/evaluations/service";
import { asAssistantOf, asManagerOf, asSystem } from "../support/contexts";
import { testDb } from "../support/database";
import { createCourse, createTrainingSession } from "../support/factories/training";
import { type CoverageOffice, createCoverageOffice, createOtherManager } from "../support/offices/coverage";
import { noticesOf } from "../support/records";
import { current } from "../support/versions";

const MORNING = { on: day("2026-08-25"), startMinute: 540, endMinute: 720 };
const AFTER = new Date("2026-08-25T11:00:00Z");

let office: CoverageOffice;
let sessionId: string;
let dateId: string;

/** Dan, who covers for nobody for want of skill, has a seat on a course that grants calendar to 2. */
beforeEach(async () => {
  office = await createCoverageOffice();
  await testDb().leaveType.create({ data: { id: "training", nameEn: "Training", nameSv: "Utbildning" } });
  const { id: courseId } = await createCourse(testDb(), {
    grants: { create: { dutyId: "calendar", level: 2 } },
  });
  const session = await createTrainingSession(testDb(), {
    courseId,
    poolId: office.poolId,
    createdById: office.manager.actor.userId,
    dates: [MORNING],
  });
  sessionId = session.id;
  const date = await testDb().trainingSessionDate.findFirstOrThrow({ where: { sessionId } });
  dateId = date.id;
  const input = EnrolInput.parse({ sessionId, assistantId: office.ids.dan });
  const answer = await enrolAssistant(office.manager, input);
  if (!answer.ok) throw new Error(answer.reason);
});

const enrolment = () => testDb().enrolment.findFirstOrThrow();

async function mark(minutes?: number, now = AFTER) {
  const { id, version } = await enrolment();
  const ctx = await asManagerOf(office.manager.actor.userId, now);
  return markAttendance(ctx, { id, version, dateId, ...(minutes !== undefined && { minutes }) });
}

async function calendarOfDan() {
  const skill = await testDb().assistantSkill.findFirst({
    where: { assistantId: office.ids.dan, dutyId: "calendar" },
  });
  return skill?.proficiency ?? null;
}

const history = async () =>
  (await listSkillChanges(office.manager, { assistantId: office.ids.dan, dutyId: "calendar" })).map(
    ({ from, to, on, source }) => [from, to, on, source],
  );

describe("attendance", () => {
  it("raises the level the course grants, dated, and says which executives that opens", async () => {
    expect(await mark()).toMatchObject({
      ok: true,
      value: { status: "attended", opened: [{ name: "Bo Holm" }, { name: "Zoe Gran" }] },
    });
    expect(await calendarOfDan()).toBe(2);
    expect((await history())[0]).toEqual([1, 2, "2026-08-25", "training"]);
    expect(await noticesOf(office.userIds.dan)).toContain("training_attended");
  });

  it("is marked from the beginning of the date, not before, by whoever leads the pool", async () => {
    expect(await mark(undefined, new Date("2026-08-25T06:59:00Z"))).toMatchObject({
      reason: "not_begun_yet",
    });
    expect(await mark(181)).toMatchObject({ reason: "longer_than_the_date" });
    const { id, version } = await enrolment();
    await expect(markAttendance(await createOtherManager(), { id, version, dateId })).rejects.toThrow(
      NotFoundError,
    );
  });

  it("takes back what it gave when it is corrected, and gives it again", async () => {
    await mark();
    expect(await mark(0)).toMatchObject({ ok: true, value: { status: "no_show", opened: [] } });
    expect(await calendarOfDan()).toBe(1);
    expect((await history())[0]).toEqual([2, 1, "2026-08-25", "correction"]);
    expect(await mark(90)).toMatchObject({ ok: true, value: { status: "incomplete" } });
    expect(await mark()).toMatchObject({ ok: true, value: { status: "attended" } });
    expect(await calendarOfDan()).toBe(2);
  });

  it("leaves a level alone that was changed since", async () => {
    await mark();
    const record = await requireAssistantRecord(office.manager, office.ids.dan);
    const skills = record.skills.map((skill) =>
      skill.dutyId === "calendar" ? { ...skill, proficiency: 4 } : skill,
    );
    const input = wholeOf(
      ChangeAssistantInput,
      { ...record, hoursFrom: null },
      { id: office.ids.dan, skills },
    );
    const ctx = await asManagerOf(office.manager.actor.userId, new Date("2026-08-26T07:00:00Z"));
    expect(await changeAssistant(ctx, ChangeAssistantInput.parse(input))).toMatchObject({
      ok: true,
    });
    expect((await history())[0]).toEqual([2, 4, "2026-08-26", "manager"]);
    await mark(0, new Date("2026-08-27T07:00:00Z"));
    expect(await calendarOfDan()).toBe(4);
  });

  it("refuses a mark of an older reading", async () => {
    const { id, version } = await enrolment();
    await mark();
    const ctx = await asManagerOf(office.manager.actor.userId, AFTER);
    expect(await markAttendance(ctx, { id, version, dateId })).toMatchObject({
      reason: "changed_since_read",
    });
  });

  it("ends the session once everybody is marked", async () => {
    const ctx = await asManagerOf(office.manager.actor.userId, AFTER);
    const read = () => current("training_sessions", sessionId);
    expect(await finishSession(office.manager, await read())).toMatchObject({ reason: "not_begun_yet" });
    expect(await finishSession(ctx, await read())).toMatchObject({
      reason: "attendance_missing",
      details: { count: 1 },
    });
    await mark();
    expect(await finishSession(ctx, await read())).toMatchObject({ ok: true, value: { status: "over" } });
  });
});

describe("a certificate", () => {
  const warnAt = (text: string) => warnOfCertificates(asSystem(new Date(text)));
  const warnings = async (userId: string) =>
    (await noticesOf(userId)).filter((kind) => kind === "certificate_expiring").length;
  const managerAt = (text: string) => asManagerOf(office.manager.actor.userId, new Date(text));

  beforeEach(() => testDb().course.updateMany({ data: { validMonths: 6 } }));

  it("is given with the attendance, warned of in time and once each, and shown as running out", async () => {
    await mark();
    const dan = await asAssistantOf(office.userIds.dan ?? "", AFTER);
    expect(await listOwnCertificates(dan)).toMatchObject([{ until: "2027-02-25", isOver: false }]);
    expect(await listExpiringCertificates(await managerAt("2026-09-01T09:00:00Z"))).toEqual([]);
    expect(await warnAt("2026-11-20T09:00:00Z")).toEqual({ warned: 0 });
    expect(await warnAt("2026-12-01T09:00:00Z")).toEqual({ warned: 1 });
    expect(await warnAt("2026-12-02T09:00:00Z")).toEqual({ warned: 0 });
    const { userId } = office.manager.actor;
    expect([await warnings(office.userIds.dan ?? ""), await warnings(userId)]).toEqual([1, 0]);
    expect(await warnAt("2027-02-20T09:00:00Z")).toEqual({ warned: 1 });
    expect([await warnings(office.userIds.dan ?? ""), await warnings(userId)]).toEqual([2, 1]);
    expect(await listExpiringCertificates(await managerAt("2027-02-26T09:00:00Z"))).toMatchObject([
      { until: "2027-02-25", isOver: true },
    ]);
    expect(await listExpiringCertificates(await createOtherManager())).toEqual([]);
  });

  it("is taken back with the attendance", async () => {
    await mark();
    await mark(0);
    expect(await enrolment()).toMatchObject({ status: "no_show", validUntil: null });
  });
});

describe("the history of skills", () => {
  it("is never changed", async () => {
    await mark();
    await expect(testDb().skillChange.updateMany({ data: { toLevel: 5 } })).rejects.toThrow(/never changed/);
    await expect(testDb().skillChange.deleteMany()).rejects.toThrow(/never changed/);
  });

  it("is read by the person and whoever leads the pool, by nobody else", async () => {
    const stranger = await createOtherManager();
    await expect(listSkillChanges(stranger, { assistantId: office.ids.dan })).rejects.toThrow(NotFoundError);
  });
});

describe("an evaluation", () => {
  const CANARY = "kanariefågel-3v4l";
  const say = async (who: "dan" | "ben", now = AFTER) => {
    const { id } = await enrolment();
    const answers = EvaluateInput.parse({ id, useful: 5, clear: 4, recommend: 3, words: CANARY });
    return evaluateCourse(await asAssistantOf(office.userIds[who] ?? "", now), answers);
  };

  it("is written once by who attended, changes nothing of the enrolment, and is not read before it is closed", async () => {
    expect(await say("dan")).toMatchObject({ reason: "not_attended" });
    await mark();
    const before = await enrolment();
    await expect(say("ben")).rejects.toThrow(NotFoundError);
    expect(await say("dan", new Date("2026-09-09T09:00:00Z"))).toMatchObject({ reason: "evaluation_closed" });
    expect(await say("dan")).toMatchObject({ ok: true });
    expect(await say("dan")).toMatchObject({ reason: "answered_already" });
    expect(await enrolment()).toEqual(before);
    expect(await getEvaluations(office.manager, sessionId)).toEqual({
      ...{ count: 1, until: "2026-09-08", isClosed: false },
      ...{ useful: null, clear: null, recommend: null, words: [] },
    });
    const rows = await Promise.all([
      testDb().$queryRaw`SELECT data::text FROM audit_events`,
      testDb().$queryRaw`SELECT params::text FROM notifications`,
    ]);
    expect(JSON.stringify(rows)).not.toContain(CANARY);
    await expect(getEvaluations(await createOtherManager(), sessionId)).rejects.toThrow(NotFoundError);
  });
});
