import { beforeEach, describe, expect, it } from "vitest";
import type { Person } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { openCase } from "@/lib/disputes/cases/queries";
import { acknowledgeCase, triageCase } from "@/lib/disputes/cases/service";
import { allowPerson, letIn } from "@/lib/disputes/cases/service-people";
import { ProposeAgreementInput, SetMeetingInput } from "@/lib/disputes/mediation/schema";
import { answerCheckIn, proposeAgreement, signAgreement } from "@/lib/disputes/mediation/service-agreement";
import { tellOfConversations } from "@/lib/disputes/mediation/service-due";
import {
  answerMeeting,
  callOffMeeting,
  giveConsent,
  markHeld,
  setMeeting,
  takeConsentBack,
} from "@/lib/disputes/mediation/service-meetings";
import { NotFoundError, sqlStateOf } from "@/lib/errors";
import { day } from "@/lib/time/day";
import {
  asAssistantOf,
  asExecutiveOf,
  asManagerOf,
  asSystem,
  MONDAY_MORNING,
} from "@/tests/support/contexts";
import { keep, testDb } from "@/tests/support/database";
import { raise } from "@/tests/support/factories/disputes";
import { createOffice, type Office } from "@/tests/support/offices/two-pools";

let office: Office;
let id: string;

const writer = (now?: Date) => asAssistantOf(office.assistant.userId, now);
const manager = (now?: Date) => asManagerOf(office.manager.userId, now);
const executive = (now?: Date) => asExecutiveOf(office.executive.userId, now);

beforeEach(async () => {
  office = await createOffice();
  id = await raise(await writer(), { personIds: [office.executive.userId] });
  await acknowledgeCase(await manager(), { id, version: 2, words: "I call you." });
  const sorted = { id, version: 3, tier: 2 as const, reason: "", promisedOn: day("2026-10-15") };
  await triageCase(await manager(), sorted);
  await allowPerson(await writer(), { id, userId: office.executive.userId });
  await letIn(await manager(), { id, userId: office.executive.userId });
});

async function viewOf(ctx: Ctx<Person>) {
  const answer = await openCase(ctx, id);
  if (!answer.ok) throw new Error(answer.reason);
  return answer.value;
}

/** An hour of a day in August, at nine. */
const at = (date: number, hour = 9) =>
  new Date(`2026-08-${date}T${String(hour - 2).padStart(2, "0")}:00:00Z`);

async function meet(date: number, withId: string | null) {
  const { version } = await viewOf(await manager());
  const kind = withId ? "separate" : "joint";
  const hours = { startMinute: 540, endMinute: 590 };
  const on = `2026-08-${date}`;
  return setMeeting(
    await manager(),
    SetMeetingInput.parse({ id, version, kind, withId, on, ...hours, words: "Room 4.02" }),
  );
}

async function held(date: number, withId: string | null): Promise<string> {
  const answer = await meet(date, withId);
  if (!answer.ok) throw new Error(answer.reason);
  const meetingId = answer.value.id;
  expect(await markHeld(await manager(), { id, meetingId })).toMatchObject({ reason: "not_possible_now" });
  expect(await markHeld(await manager(at(date, 10)), { id, meetingId })).toMatchObject({ ok: true });
  return meetingId;
}

async function bothMet(): Promise<void> {
  await held(18, office.assistant.userId);
  await held(19, office.executive.userId);
}

async function allMet(): Promise<void> {
  await bothMet();
  await giveConsent(await writer(), { id });
  await giveConsent(await executive(), { id });
  await held(20, null);
}

const TERMS = [{ words: "Requests for the same day come before 15:00." }, { words: "Answers within a day." }];

async function propose(terms: object[] = TERMS) {
  const { version } = await viewOf(await manager());
  return proposeAgreement(await manager(), ProposeAgreementInput.parse({ id, version, terms }));
}

describe("meeting", () => {
  it("is alone first; all meet once each was met and has said yes, and nobody reads who has not", async () => {
    expect(await meet(20, null)).toMatchObject({ reason: "separate_meetings_first" });
    expect(await giveConsent(await writer(), { id })).toMatchObject({ reason: "not_possible_now" });
    await held(18, office.assistant.userId);
    expect(await giveConsent(await executive(), { id })).toMatchObject({ reason: "separate_meetings_first" });
    await held(19, office.executive.userId);
    await giveConsent(await writer(), { id });
    expect(await meet(20, null)).toMatchObject({ reason: "consent_missing" });
    expect((await viewOf(await writer())).mediation).toMatchObject({
      consents: [office.assistant.userId],
      jointRefusal: null,
    });
    expect((await viewOf(await executive())).mediation).toMatchObject({ consents: [], mayConsent: true });
    await giveConsent(await executive(), { id });
    expect(await meet(20, null)).toMatchObject({ ok: true });
    expect((await viewOf(await executive())).status).toBe("joint_meeting");
  });

  it("with one person is seen by that person and the handler, with each answer its giver's", async () => {
    const alone = await meet(18, office.assistant.userId);
    const meetingId = alone.ok ? alone.value.id : "";
    await expect(answerMeeting(await executive(), { id, meetingId, comes: true })).rejects.toThrow(
      NotFoundError,
    );
    await answerMeeting(await writer(), { id, meetingId, comes: false });
    expect((await viewOf(await executive())).mediation.meetings).toEqual([]);
    const { meetings } = (await viewOf(await manager())).mediation;
    expect(meetings).toMatchObject([{ words: "Room 4.02", answers: [{ comes: false }] }]);
    expect(await callOffMeeting(await manager(), { id, meetingId })).toMatchObject({ ok: true });
  });

  it("of all is called off by whoever takes their yes back before it begins, and not after", async () => {
    await bothMet();
    await giveConsent(await writer(), { id });
    await giveConsent(await executive(), { id });
    await meet(20, null);
    expect(await takeConsentBack(await executive(at(20, 10)), { id })).toMatchObject({
      reason: "not_possible_now",
    });
    expect(await takeConsentBack(await executive(), { id })).toMatchObject({ ok: true });
    const view = await viewOf(await writer());
    expect([view.status, view.mediation.meetings.at(-1)?.status]).toEqual(["separate_meetings", "cancelled"]);
    expect(JSON.stringify(view.mediation)).not.toContain(office.executive.userId);
  });

  it("never comes of what is grave, nor of a meeting in the past, nor with somebody who is not let in", async () => {
    const grave = await raise(await writer(), { isGrave: true, personIds: [office.colleague.userId] });
    const input = { kind: "separate", on: "2026-08-18", startMinute: 540, endMinute: 590, words: "x" };
    const first = SetMeetingInput.parse({ ...input, id: grave, version: 2, withId: office.assistant.userId });
    expect(await setMeeting(await manager(), first)).toMatchObject({ reason: "never_mediated" });
    expect(await meet(14, office.assistant.userId)).toMatchObject({ reason: "meeting_in_the_past" });
    await expect(meet(18, office.colleague.userId)).rejects.toThrow(NotFoundError);
  });

  it("of all is refused by the database too, without everybody's yes", async () => {
    await bothMet();
    await giveConsent(await writer(), { id });
    const { userId } = office.manager;
    const written = testDb().$transaction(async (tx) => {
      await tx.$queryRaw`SELECT set_config('app.user_id', ${userId}, true)`;
      await tx.$executeRaw`INSERT INTO case_meetings (id, case_id, kind, starts_at, ends_at, text_id)
        SELECT gen_random_uuid(), case_id, 'joint', now(), now() + interval '1 hour', id FROM case_texts LIMIT 1`;
    });
    expect(await written.then(() => "written", sqlStateOf)).toBe("23514");
  });
});

describe("agreeing", () => {
  it("is in force once all have signed that very version; another version is signed anew", async () => {
    expect(await propose()).toMatchObject({ reason: "not_possible_now" });
    await allMet();
    await propose();
    await signAgreement(await writer(), { id, edition: 1 });
    await propose([{ words: "Requests for the same day come before 14:00." }]);
    expect(await signAgreement(await executive(), { id, edition: 1 })).toMatchObject({
      reason: "changed_since_read",
    });
    expect((await viewOf(await writer())).mediation.agreement).toMatchObject({
      edition: 2,
      inForceAt: null,
      signatures: [],
    });
    await signAgreement(await executive(), { id, edition: 2 });
    expect(await signAgreement(await executive(), { id, edition: 2 })).toMatchObject({
      reason: "not_possible_now",
    });
    await signAgreement(await writer(), { id, edition: 2 });
    const view = await viewOf(await executive());
    expect(view).toMatchObject({
      status: "monitoring",
      mediation: { agreement: { terms: [{ words: /14:00/ }] } },
    });
    await expect(signAgreement(await manager(), { id, edition: 2 })).rejects.toThrow(NotFoundError);
  });

  it("is in tables that are filled now, and show nothing to those who are not in it", async () => {
    await allMet();
    await propose();
    await signAgreement(await writer(), { id, edition: 1 });
    await signAgreement(await executive(), { id, edition: 1 });
    const { client, tables } = await keep();
    for (const table of tables.filter((name) => /^cases$|^case_(?!clocks|journal_head)/.test(name))) {
      if (!["case_answers", "case_restrictions"].includes(table))
        expect((await client.query(`SELECT 1 FROM ${table}`)).rowCount, table).toBeGreaterThan(0);
      for (const userId of ["", office.colleague.userId, office.otherManager.userId])
        await testDb().$transaction(async (tx) => {
          await tx.$queryRaw`SELECT set_config('app.user_id', ${userId}, true)`;
          expect(await tx.$queryRawUnsafe(`SELECT 1 FROM ${table}`), table).toEqual([]);
        });
    }
  });

  it("is put in force by nobody while a signature is missing, also past the program", async () => {
    await allMet();
    await propose();
    const forced = testDb().$transaction(async (tx) => {
      await tx.$queryRaw`SELECT set_config('app.user_id', ${office.manager.userId}, true)`;
      await tx.$executeRaw`UPDATE case_agreements SET in_force_at = now()`;
    });
    expect(await forced.then(() => "in force", sqlStateOf)).toBe("23514");
  });

  it("is asked about two, four and eight weeks on; answers are the handler's, who is told of a worse one", async () => {
    await allMet();
    await propose();
    await signAgreement(await writer(), { id, edition: 1 });
    await signAgreement(await executive(), { id, edition: 1 });
    const own = (await viewOf(await writer())).mediation.checkIns;
    expect(own.map(({ dueOn }) => dueOn)).toEqual(["2026-08-31", "2026-09-14", "2026-10-12"]);
    const answer = { id, checkInId: own[0]?.id ?? "", feeling: "worse" as const, words: "Nothing changed." };
    expect(await answerCheckIn(await writer(), answer)).toMatchObject({ reason: "not_possible_now" });
    await expect(answerCheckIn(await executive(), answer)).rejects.toThrow(NotFoundError);
    await testDb().notification.updateMany({ data: { readAt: MONDAY_MORNING } });
    const asked = new Date("2026-08-31T07:00:00Z");
    await tellOfConversations(asSystem(asked));
    await tellOfConversations(asSystem(asked));
    const told = await testDb().notification.findMany({ where: { readAt: null } });
    expect(told.map(({ userId }) => userId).sort()).toEqual(
      [office.assistant.userId, office.executive.userId].sort(),
    );
    expect(await answerCheckIn(await writer(asked), answer)).toMatchObject({ ok: true });
    const { mediation } = await viewOf(await manager());
    expect(mediation.checkIns.find(({ feeling }) => feeling)).toMatchObject({ words: "Nothing changed." });
    expect(mediation.needsLook).toBe(true);
    expect(JSON.stringify((await viewOf(await executive())).mediation)).not.toContain("Nothing changed");
  });
});
