import { beforeEach, describe, expect, it } from "vitest";
import { requestAbsence } from "@/lib/absences/requests/service";
import { day } from "@/lib/time/day";
import { CreateCourseInput } from "@/lib/training/courses/schema";
import { createCourse as addCourse } from "@/lib/training/courses/service";
import { cancelEnrolment } from "@/lib/training/enrolments/service-ending";
import { remindOfTraining } from "@/lib/training/reminders/service";
import { MoveSessionInput } from "@/lib/training/sessions/schema";
import { moveSession } from "@/lib/training/sessions/service-dates";
import { asSystem } from "../support/contexts";
import { testDb } from "../support/database";
import { makeRequest, opensNothing } from "../support/factories/absences";
import { createTrainingOffice, MORNING, type TrainingOffice } from "../support/offices/training";
import { liveCovers, noticesOf } from "../support/records";
import { current } from "../support/versions";

let office: TrainingOffice;

beforeEach(async () => {
  office = await createTrainingOffice();
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

describe("other dates of a session", () => {
  const NEXT = { ...MORNING, on: day("2026-09-01") };

  async function move(more: Record<string, unknown> = {}) {
    const read = await current("training_sessions", office.sessionId);
    return moveSession(office.manager, MoveSessionInput.parse({ ...read, dates: [NEXT], ...more }));
  }

  it("keep every seat, with its absence and cover on the new ones, and are told", async () => {
    await office.enrol("ben");
    expect(await move()).toMatchObject({ ok: true });
    const absences = await office.trainingAbsencesOf("ben");
    expect(absences.map(({ startOn, status }) => [startOn.toISOString().slice(0, 10), status])).toEqual([
      [MORNING.on, "cancelled"],
      [NEXT.on, "approved"],
    ]);
    const covers = await liveCovers(["confirmed"]);
    expect(covers.map(({ startOn }) => startOn.toISOString().slice(0, 10))).toEqual([NEXT.on]);
    expect(await office.statusOf("ben")).toBe("booked");
    expect(await noticesOf(office.userIds.ben)).toContain("training_moved");
  });

  it("are refused where a participant is away then, and nothing has moved", async () => {
    await office.enrol("ben");
    const leave = makeRequest({ from: NEXT.on, to: NEXT.on });
    await requestAbsence(await office.assistant("ben"), leave, opensNothing);
    expect(await move()).toMatchObject({ reason: "participants_away", details: { names: "Ben Berg" } });
    expect((await office.trainingAbsencesOf("ben")).map(({ status }) => status)).toEqual(["approved"]);
  });

  it("leave a gap only where it is named", async () => {
    await office.enrol("ben");
    await testDb().dutyRequirement.updateMany({
      where: { executiveId: office.ids.bo },
      data: { minProficiency: 5 },
    });
    expect(await move()).toMatchObject({ reason: "gaps_not_accepted", details: { count: 1 } });
    const acceptedGaps = [{ executiveId: office.ids.bo, on: NEXT.on, part: "am" }];
    expect(await move({ acceptedGaps })).toMatchObject({ ok: true });
  });
});

describe("reminders", () => {
  const at = (text: string) => remindOfTraining(asSystem(new Date(text)));
  const reminded = async () =>
    (await noticesOf(office.userIds.ben)).filter((kind) => kind === "training_reminder").length;

  it("go out a week and a day before, each once, and never for a seat that was given back", async () => {
    await office.enrol("ben");
    expect(await at("2026-08-17T09:00:00Z")).toMatchObject({ reminded: 0 });
    expect(await at("2026-08-18T09:00:00Z")).toMatchObject({ reminded: 1 });
    expect(await at("2026-08-19T09:00:00Z")).toMatchObject({ reminded: 0 });
    expect(await at("2026-08-24T09:00:00Z")).toMatchObject({ reminded: 1 });
    expect([await at("2026-08-24T10:00:00Z"), await reminded()]).toMatchObject([{ reminded: 0 }, 2]);
    await testDb().enrolment.updateMany({ data: { remindedDayAt: null } });
    const seat = await office.seatOf("ben");
    await cancelEnrolment(office.manager, { ...seat, note: "" });
    expect(await at("2026-08-24T11:00:00Z")).toMatchObject({ reminded: 0 });
  });

  it("tell managers once where too few have a seat", async () => {
    await testDb().trainingSession.update({ where: { id: office.sessionId }, data: { minimum: 3 } });
    await office.enrol("ben");
    expect(await at("2026-08-19T09:00:00Z")).toMatchObject({ below: 1 });
    expect(await at("2026-08-20T09:00:00Z")).toMatchObject({ below: 0 });
    expect(await noticesOf(office.manager.actor.userId)).toContain("training_too_few");
  });
});
