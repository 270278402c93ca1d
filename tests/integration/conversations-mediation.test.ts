import { beforeEach, describe, expect, it } from "vitest";
import type { Person } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
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
import { asSystem, MONDAY_MORNING } from "@/tests/support/contexts";
import { keep, testDb } from "@/tests/support/database";
import { raise } from "@/tests/support/factories/disputes";
import {
  type ConversationOffice,
  createConversationOffice,
  readConversation,
} from "@/tests/support/offices/conversations";

let office: ConversationOffice;
let id: string;

beforeEach(async () => {
  office = await createConversationOffice();
  id = await office.underWay(day("2026-10-15"));
});

const viewOf = (ctx: Ctx<Person>) => readConversation(ctx, id);

/** An hour of a day in August, at nine. */
const at = (date: number, hour = 9) =>
  new Date(`2026-08-${date}T${String(hour - 2).padStart(2, "0")}:00:00Z`);

async function meet(date: number, withId: string | null) {
  const { version } = await viewOf(await office.asManager());
  const kind = withId ? "separate" : "joint";
  const hours = { startMinute: 540, endMinute: 590 };
  const on = `2026-08-${date}`;
  return setMeeting(
    await office.asManager(),
    SetMeetingInput.parse({ id, version, kind, withId, on, ...hours, words: "Room 4.02" }),
  );
}

async function held(date: number, withId: string | null): Promise<string> {
  const answer = await meet(date, withId);
  if (!answer.ok) throw new Error(answer.reason);
  const meetingId = answer.value.id;
  expect(await markHeld(await office.asManager(), { id, meetingId })).toMatchObject({
    reason: "not_possible_now",
  });
  expect(await markHeld(await office.asManager(at(date, 10)), { id, meetingId })).toMatchObject({ ok: true });
  return meetingId;
}

async function bothMet(): Promise<void> {
  await held(18, office.assistant.userId);
  await held(19, office.executive.userId);
}

async function allMet(): Promise<void> {
  await bothMet();
  await giveConsent(await office.asWriter(), { id });
  await giveConsent(await office.asExecutive(), { id });
  await held(20, null);
}

const TERMS = [{ words: "Requests for the same day come before 15:00." }, { words: "Answers within a day." }];

async function propose(terms: object[] = TERMS) {
  const { version } = await viewOf(await office.asManager());
  return proposeAgreement(await office.asManager(), ProposeAgreementInput.parse({ id, version, terms }));
}

describe("meeting", () => {
  it("is alone first; all meet once each was met and has said yes, and nobody reads who has not", async () => {
    expect(await meet(20, null)).toMatchObject({ reason: "separate_meetings_first" });
    expect(await giveConsent(await office.asWriter(), { id })).toMatchObject({ reason: "not_possible_now" });
    await held(18, office.assistant.userId);
    expect(await giveConsent(await office.asExecutive(), { id })).toMatchObject({
      reason: "separate_meetings_first",
    });
    await held(19, office.executive.userId);
    await giveConsent(await office.asWriter(), { id });
    expect(await meet(20, null)).toMatchObject({ reason: "consent_missing" });
    expect((await viewOf(await office.asWriter())).mediation).toMatchObject({
      consents: [office.assistant.userId],
      jointRefusal: null,
    });
    expect((await viewOf(await office.asExecutive())).mediation).toMatchObject({
      consents: [],
      mayConsent: true,
    });
    await giveConsent(await office.asExecutive(), { id });
    expect(await meet(20, null)).toMatchObject({ ok: true });
    expect((await viewOf(await office.asExecutive())).status).toBe("joint_meeting");
  });

  it("with one person is seen by that person and the handler, with each answer its giver's", async () => {
    const alone = await meet(18, office.assistant.userId);
    const meetingId = alone.ok ? alone.value.id : "";
    await expect(answerMeeting(await office.asExecutive(), { id, meetingId, comes: true })).rejects.toThrow(
      NotFoundError,
    );
    await answerMeeting(await office.asWriter(), { id, meetingId, comes: false });
    expect((await viewOf(await office.asExecutive())).mediation.meetings).toEqual([]);
    const { meetings } = (await viewOf(await office.asManager())).mediation;
    expect(meetings).toMatchObject([{ words: "Room 4.02", answers: [{ comes: false }] }]);
    expect(await callOffMeeting(await office.asManager(), { id, meetingId })).toMatchObject({ ok: true });
  });

  it("of all is called off by whoever takes their yes back before it begins, and not after", async () => {
    await bothMet();
    await giveConsent(await office.asWriter(), { id });
    await giveConsent(await office.asExecutive(), { id });
    await meet(20, null);
    expect(await takeConsentBack(await office.asExecutive(at(20, 10)), { id })).toMatchObject({
      reason: "not_possible_now",
    });
    expect(await takeConsentBack(await office.asExecutive(), { id })).toMatchObject({ ok: true });
    const view = await viewOf(await office.asWriter());
    expect([view.status, view.mediation.meetings.at(-1)?.status]).toEqual(["separate_meetings", "cancelled"]);
    expect(JSON.stringify(view.mediation)).not.toContain(office.executive.userId);
  });

  it("never comes of what is grave, nor of a meeting in the past, nor with somebody who is not let in", async () => {
    const grave = await raise(await office.asWriter(), {
      isGrave: true,
      personIds: [office.colleague.userId],
    });
    const input = { kind: "separate", on: "2026-08-18", startMinute: 540, endMinute: 590, words: "x" };
    const first = SetMeetingInput.parse({ ...input, id: grave, version: 2, withId: office.assistant.userId });
    expect(await setMeeting(await office.asManager(), first)).toMatchObject({ reason: "never_mediated" });
    expect(await meet(14, office.assistant.userId)).toMatchObject({ reason: "meeting_in_the_past" });
    await expect(meet(18, office.colleague.userId)).rejects.toThrow(NotFoundError);
  });

  it("of all is refused by the database too, without everybody's yes", async () => {
    await bothMet();
    await giveConsent(await office.asWriter(), { id });
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
    await signAgreement(await office.asWriter(), { id, edition: 1 });
    await propose([{ words: "Requests for the same day come before 14:00." }]);
    expect(await signAgreement(await office.asExecutive(), { id, edition: 1 })).toMatchObject({
      reason: "changed_since_read",
    });
    expect((await viewOf(await office.asWriter())).mediation.agreement).toMatchObject({
      edition: 2,
      inForceAt: null,
      signatures: [],
    });
    await signAgreement(await office.asExecutive(), { id, edition: 2 });
    expect(await signAgreement(await office.asExecutive(), { id, edition: 2 })).toMatchObject({
      reason: "not_possible_now",
    });
    await signAgreement(await office.asWriter(), { id, edition: 2 });
    const view = await viewOf(await office.asExecutive());
    expect(view).toMatchObject({
      status: "monitoring",
      mediation: { agreement: { terms: [{ words: /14:00/ }] } },
    });
    await expect(signAgreement(await office.asManager(), { id, edition: 2 })).rejects.toThrow(NotFoundError);
  });

  it("is in tables that are filled now, and show nothing to those who are not in it", async () => {
    await allMet();
    await propose();
    await signAgreement(await office.asWriter(), { id, edition: 1 });
    await signAgreement(await office.asExecutive(), { id, edition: 1 });
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
    await signAgreement(await office.asWriter(), { id, edition: 1 });
    await signAgreement(await office.asExecutive(), { id, edition: 1 });
    const own = (await viewOf(await office.asWriter())).mediation.checkIns;
    expect(own.map(({ dueOn }) => dueOn)).toEqual(["2026-08-31", "2026-09-14", "2026-10-12"]);
    const answer = { id, checkInId: own[0]?.id ?? "", feeling: "worse" as const, words: "Nothing changed." };
    expect(await answerCheckIn(await office.asWriter(), answer)).toMatchObject({
      reason: "not_possible_now",
    });
    await expect(answerCheckIn(await office.asExecutive(), answer)).rejects.toThrow(NotFoundError);
    await testDb().notification.updateMany({ data: { readAt: MONDAY_MORNING } });
    const asked = new Date("2026-08-31T07:00:00Z");
    await tellOfConversations(asSystem(asked));
    await tellOfConversations(asSystem(asked));
    const told = await testDb().notification.findMany({ where: { readAt: null } });
    expect(told.map(({ userId }) => userId).sort()).toEqual(
      [office.assistant.userId, office.executive.userId].sort(),
    );
    expect(await answerCheckIn(await office.asWriter(asked), answer)).toMatchObject({ ok: true });
    const { mediation } = await viewOf(await office.asManager());
    expect(mediation.checkIns.find(({ feeling }) => feeling)).toMatchObject({ words: "Nothing changed." });
    expect(mediation.needsLook).toBe(true);
    expect(JSON.stringify((await viewOf(await office.asExecutive())).mediation)).not.toContain(
      "Nothing changed",
    );
  });
});
