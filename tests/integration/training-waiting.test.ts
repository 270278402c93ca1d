import { beforeEach, describe, expect, it } from "vitest";
import { wholeOf } from "@/lib/api/changes";
import { requireAssistantRecord } from "@/lib/assistants/queries";
import { ChangeAssistantInput } from "@/lib/assistants/schema";
import type { Ctx } from "@/lib/context";
import { day } from "@/lib/time/day";
import { listOwnEnrolments, listSessionEnrolments } from "@/lib/training/enrolments/queries";
import { answerSeat, cancelEnrolment, lapseOfferedSeats } from "@/lib/training/enrolments/service-ending";
import { changeAssistantAndSeats } from "@/lib/training/enrolments/service-leavers";
import { requireLedSession } from "@/lib/training/sessions/queries";
import { ChangeSessionInput } from "@/lib/training/sessions/schema";
import { changeSession } from "@/lib/training/sessions/service";
import { asSystem, MONDAY_MORNING } from "../support/contexts";
import { testDb } from "../support/database";
import { createTrainingOffice, type TrainingName, type TrainingOffice } from "../support/offices/training";
import { liveCovers, noticesOf } from "../support/records";

const DAY_BEFORE = new Date("2026-08-24T07:00:00Z");

let office: TrainingOffice;

beforeEach(async () => {
  office = await createTrainingOffice({ capacity: 1 });
});

async function ask(name: TrainingName): Promise<string> {
  const answer = await office.ask(name);
  if (!answer.ok) throw new Error(answer.reason);
  return answer.value.status;
}

async function giveBack(name: TrainingName, now = MONDAY_MORNING) {
  const { id, version } = await office.enrolmentOf(name);
  return cancelEnrolment(await office.assistant(name, now), { id, version, note: "" });
}

async function change(fields: Record<string, unknown>) {
  const session = await requireLedSession(office.manager, office.sessionId);
  return changeSession(
    office.manager,
    ChangeSessionInput.parse(wholeOf(ChangeSessionInput, session, { id: office.sessionId, ...fields })),
  );
}

/** Nobody can cover for Ben's executive any more, so that Ben's going would leave a gap. */
async function leaveBenAlone(): Promise<void> {
  await testDb().dutyRequirement.updateMany({
    where: { executiveId: office.ids.bo },
    data: { minProficiency: 5 },
  });
}

describe("the waiting list of a session", () => {
  it("is joined when the session is full, and each sees only their own seat in it", async () => {
    expect([await ask("cia"), await ask("dan"), await ask("ben")]).toEqual([
      "booked",
      "waitlisted",
      "waitlisted",
    ]);
    const [own] = await listOwnEnrolments(await office.assistant("ben"));
    expect(own).toMatchObject({ status: "waitlisted", position: 2, waiting: 2 });
    const all = await listSessionEnrolments(office.manager, office.sessionId);
    expect(all.map(({ assistantName, position }) => [assistantName, position])).toEqual([
      ["Cia Cedar", null],
      ["Dan Dahl", 1],
      ["Ben Berg", 2],
    ]);
  });

  it("moves up in the transaction that gives a seat back, with the cover of who comes", async () => {
    for (const name of ["cia", "ben", "dan"] as const) await ask(name);
    expect(await giveBack("cia")).toMatchObject({ ok: true });
    expect([
      await office.statusOf("cia"),
      await office.statusOf("ben"),
      await office.statusOf("dan"),
    ]).toEqual(["cancelled", "booked", "waitlisted"]);
    expect((await liveCovers()).map(({ executiveId }) => executiveId)).toEqual([office.ids.bo]);
    expect(await noticesOf(office.userIds.ben)).toContain("training_booked");
    expect(await noticesOf(office.manager.actor.userId)).toContain("training_seat_taken");
  });

  it("passes over whose going would leave a gap, who keeps their turn and reads only that it was not possible", async () => {
    for (const name of ["cia", "ben", "dan"] as const) await ask(name);
    await leaveBenAlone();
    await giveBack("cia");
    expect([await office.statusOf("ben"), await office.statusOf("dan")]).toEqual(["waitlisted", "booked"]);
    const [ben] = await listSessionEnrolments(office.manager, office.sessionId);
    expect(ben).toMatchObject({
      passedOver: "gaps_not_accepted",
      passedOverFor: [office.ids.bo],
      position: 1,
    });
    const [own] = await listOwnEnrolments(await office.assistant("ben"));
    expect(own).toMatchObject({ passedOver: "not_possible_now", passedOverFor: [] });
  });

  it("moves up when there are more seats, and refuses fewer than are taken", async () => {
    for (const name of ["dan", "ben", "cia"] as const) await ask(name);
    expect(await change({ capacity: 2 })).toMatchObject({ ok: true });
    expect([await office.statusOf("ben"), await office.statusOf("cia")]).toEqual(["booked", "waitlisted"]);
    expect(await change({ capacity: 1 })).toMatchObject({
      ok: false,
      reason: "seats_are_taken",
      details: { held: 2 },
    });
    await expect(
      testDb().trainingSession.update({ where: { id: office.sessionId }, data: { capacity: 1 } }),
    ).rejects.toThrow(/more seats are taken|training_sessions_hold/);
  });

  it("moves up when somebody leaves the pool before the session", async () => {
    for (const name of ["cia", "dan"] as const) await ask(name);
    const record = await requireAssistantRecord(office.manager, office.ids.cia);
    const input = ChangeAssistantInput.parse(
      wholeOf(
        ChangeAssistantInput,
        { ...record, hoursFrom: null },
        { id: office.ids.cia, leavesOn: day("2026-08-24") },
      ),
    );
    expect(await changeAssistantAndSeats(office.manager, input)).toMatchObject({ ok: true });
    expect([await office.statusOf("cia"), await office.statusOf("dan")]).toEqual(["cancelled", "booked"]);
  });

  it("is gone to by whoever comes later, also where a seat is free this second", async () => {
    for (const name of ["cia", "ben"] as const) await ask(name);
    await testDb().trainingSession.update({ where: { id: office.sessionId }, data: { capacity: 3 } });
    expect(await ask("dan")).toBe("waitlisted");
  });

  it("keeps its order, whatever is written to it", async () => {
    for (const name of ["cia", "ben"] as const) await ask(name);
    await expect(
      testDb()
        .$executeRaw`UPDATE enrolments SET queue_number = DEFAULT WHERE assistant_id = ${office.ids.ben}::uuid`,
    ).rejects.toThrow(/keeps its person/);
  });

  it("is offered a seat from 48 hours before, which is taken with its cover or passes on by itself", async () => {
    for (const name of ["cia", "ben", "dan"] as const) await ask(name);
    await giveBack("cia", DAY_BEFORE);
    expect([await office.statusOf("ben"), await office.statusOf("dan")]).toEqual(["offered", "waitlisted"]);
    expect(await noticesOf(office.userIds.ben)).toContain("training_offered");
    const later = new Date("2026-08-24T19:30:00Z");
    expect(await lapseOfferedSeats(asSystem(later))).toEqual({ lapsed: 1 });
    expect([await office.statusOf("ben"), await office.statusOf("dan")]).toEqual(["declined", "offered"]);
    expect(await lapseOfferedSeats(asSystem(later))).toEqual({ lapsed: 0 });
    const { id, version } = await office.enrolmentOf("dan");
    const answer = await answerSeat(await office.assistant("dan", later), { id, version, accept: true });
    expect(answer).toMatchObject({ ok: true, value: { status: "booked" } });
  });

  it("does not take an offered seat after its time, nor move up once the session has begun", async () => {
    for (const name of ["cia", "ben"] as const) await ask(name);
    await giveBack("cia", DAY_BEFORE);
    const { id, version } = await office.enrolmentOf("ben");
    const late = await office.assistant("ben", new Date("2026-08-25T06:59:00Z"));
    expect(await answerSeat(late, { id, version, accept: true })).toMatchObject({
      reason: "seat_answer_over",
    });
    const begun = new Date("2026-08-25T07:30:00Z");
    await lapseOfferedSeats(asSystem(begun));
    expect(await office.statusOf("ben")).toBe("declined");
  });
});

describe("seats of a session", () => {
  it("are never more than it has, however many ask at once", async () => {
    const names = ["ana", "ben", "cia", "dan"] as const;
    const statuses = await Promise.all(names.map((name) => ask(name)));
    expect(statuses.filter((status) => status === "booked")).toHaveLength(1);
    expect(statuses.filter((status) => status === "waitlisted")).toHaveLength(3);
  });

  it("go to the first in line, each once, when several are given back and added at once", async () => {
    await testDb().trainingSession.update({ where: { id: office.sessionId }, data: { capacity: 2 } });
    await testDb().dutyRequirement.deleteMany();
    for (const name of ["cia", "dan", "ben", "ana"] as const) await ask(name);
    await Promise.all([giveBack("cia"), giveBack("dan")]);
    const rows = await testDb().enrolment.findMany({ orderBy: { queueNumber: "asc" } });
    expect(rows.map(({ status }) => status)).toEqual(["cancelled", "cancelled", "booked", "booked"]);
  });

  it("are held by the database itself", async () => {
    await ask("cia");
    const manager: Ctx = office.manager;
    await office.enrol("dan");
    await expect(
      manager.db.enrolment.updateMany({
        where: { assistantId: office.ids.dan },
        data: { status: "booked" },
      }),
    ).rejects.toThrow(/no seat is free|enrolments_within_capacity/);
  });
});
