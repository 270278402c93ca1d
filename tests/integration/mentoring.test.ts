import { beforeEach, describe, expect, it } from "vitest";
import { setRamp } from "@/lib/assistants/service-ramp";
import { listCandidates } from "@/lib/coverage/board/queries";
import { CandidatesInput } from "@/lib/coverage/board/schema";
import { NotFoundError } from "@/lib/errors";
import { proposeMeetings } from "@/lib/mentoring/meetings/queries";
import { closeMeeting, planMeeting } from "@/lib/mentoring/meetings/service";
import { listMentoringNotes, listOwnNotes } from "@/lib/mentoring/notes/queries";
import { AddNoteInput } from "@/lib/mentoring/notes/schema";
import { addMentoringNote } from "@/lib/mentoring/notes/service";
import { listOwnMentorships, listPoolMentorships } from "@/lib/mentoring/pairs/queries";
import { proposeMentors } from "@/lib/mentoring/pairs/queries-mentors";
import { EndMentorshipInput, ProposeMentorshipInput } from "@/lib/mentoring/pairs/schema";
import {
  answerMentorship,
  endMentorship,
  pauseMentorship,
  proposeMentorship,
} from "@/lib/mentoring/pairs/service";
import { requireRamp } from "@/lib/mentoring/ramp/queries";
import { signOffStep } from "@/lib/mentoring/ramp/service";
import { keepMentoring } from "@/lib/mentoring/service-daily";
import { day } from "@/lib/time/day";
import { asAssistantOf, asSystem } from "../support/contexts";
import { testDb } from "../support/database";
import { createMentorship } from "../support/factories/mentoring";
import { type CoverageOffice, createCoverageOffice, createOtherManager } from "../support/offices/coverage";
import { noticesOf } from "../support/records";
import { current } from "../support/versions";

const CANARY = "kanariefågel-m3nt";
let office: CoverageOffice;

beforeEach(async () => {
  office = await createCoverageOffice();
});

type Name = "ana" | "ben" | "cia" | "dan";
const assistant = (name: Name) => asAssistantOf(office.userIds[name] ?? "");
const asRead = (id: string) => current("mentorships", id);

async function propose(mentor: Name, mentee: Name) {
  const input = ProposeMentorshipInput.parse({
    ...{ mentorId: office.ids[mentor], menteeId: office.ids[mentee] },
    ...{ startsOn: "2026-08-18", endsOn: "2027-01-29" },
    goals: [{ text: "Book travel alone", dutyId: "travel" }],
  });
  return proposeMentorship(office.manager, input);
}

async function answer(name: Name, id: string, accept: boolean) {
  return answerMentorship(await assistant(name), { ...(await asRead(id)), accept });
}

describe("a mentorship", () => {
  it("is proposed with who masters the goals, and begins when both have said yes", async () => {
    const ask = { menteeId: office.ids.dan, dutyIds: ["travel"] };
    expect((await proposeMentors(office.manager, ask)).map(({ name }) => name)).toEqual([
      "Ana Alm",
      "Ben Berg",
    ]);
    const made = await propose("ben", "dan");
    if (!made.ok) throw new Error(made.reason);
    const { id } = made.value;
    expect(await noticesOf(office.userIds.ben)).toEqual(["mentoring_proposed"]);
    const read = await asRead(id);
    expect(await answer("dan", id, true)).toMatchObject({ ok: true, value: { status: "proposed" } });
    const second = answerMentorship(await assistant("ben"), { ...read, accept: true });
    expect(await second, "from a page that was open before the first yes").toMatchObject({
      ok: true,
      value: { status: "active" },
    });
    expect(await noticesOf(office.userIds.dan)).toContain("mentoring_begun");
    expect(await propose("ana", "dan")).toMatchObject({ reason: "mentored_already" });
    expect(await propose("cia", "ben")).toMatchObject({ reason: "not_a_mentor" });
    await expect(proposeMentors(await createOtherManager(), ask)).rejects.toThrow(NotFoundError);
  });

  it("is not arranged by a no, and nobody learns whose", async () => {
    const made = await propose("ben", "dan");
    if (!made.ok) throw new Error(made.reason);
    expect(await answer("ben", made.value.id, false)).toMatchObject({ ok: true });
    expect(await noticesOf(office.userIds.dan)).toEqual(["mentoring_proposed"]);
    expect(await listOwnMentorships(await assistant("dan"))).toEqual([]);
    const stranger = answer("cia", made.value.id, true);
    await expect(stranger).rejects.toThrow(NotFoundError);
  });

  it("is never proposed with who is kept apart from the learner's executive", async () => {
    const pair = { assistantId: office.ids.ben, executiveId: office.ids.zoe, kind: "hard" as const };
    await testDb().pairingRestriction.create({ data: pair });
    const mentors = await proposeMentors(office.manager, { menteeId: office.ids.cia, dutyIds: ["travel"] });
    expect(mentors.map(({ name }) => name)).toEqual(["Ana Alm"]);
  });

  it("rests when its mentor has left, asks before its end and ends by itself", async () => {
    const { mentorId, menteeId } = { mentorId: office.ids.ben, menteeId: office.ids.dan };
    const { id } = await createMentorship(testDb(), { mentorId, menteeId, endsOn: new Date("2026-08-20") });
    expect(await keepMentoring(asSystem())).toEqual({ asked: 1, ended: 0, paused: 0 });
    expect(await keepMentoring(asSystem())).toEqual({ asked: 0, ended: 0, paused: 0 });
    expect(await keepMentoring(asSystem(new Date("2026-08-24T07:00:00Z")))).toMatchObject({ ended: 1 });
    expect(await testDb().mentorship.findUniqueOrThrow({ where: { id } })).toMatchObject({ status: "ended" });
    await createMentorship(testDb(), { mentorId, menteeId });
    await testDb().assistant.update({ where: { id: mentorId }, data: { leavesOn: new Date("2026-08-14") } });
    expect(await keepMentoring(asSystem())).toMatchObject({ paused: 1 });
    expect(await noticesOf(office.manager.actor.userId)).toContain("mentor_left");
  });

  it("meets when both work and nobody is away, and managers see only that they met", async () => {
    await createMentorship(testDb(), {
      ...{ mentorId: office.ids.ana, menteeId: office.ids.cia, startsOn: new Date("2026-08-20") },
      meetings: {},
    });
    const cia = await assistant("cia");
    const [pair] = await listOwnMentorships(cia);
    const times = (await proposeMeetings(cia, pair ? [pair] : [])).get(pair?.id ?? "") ?? [];
    // Ana is away until the 21st, a Friday, on which Cia never works.
    expect(times.map(({ on }) => on)).toEqual(["2026-08-24", "2026-08-25", "2026-08-26"]);
    const [first] = times;
    if (!pair || !first) throw new Error("no time");
    const planned = await planMeeting(cia, { id: pair.id, ...first });
    if (!planned.ok) throw new Error(planned.reason);
    expect(await noticesOf(office.userIds.ana)).toContain("mentoring_meeting");
    await closeMeeting(cia, { id: pair.id, meetingId: planned.value.id, status: "held" });
    const [seen] = await listPoolMentorships(office.manager);
    expect(seen?.meetings).toMatchObject([{ on: first.on, status: "held" }]);
  });
});

describe("what is noted", () => {
  it("is read by the two, or by its author alone, and by nobody else anywhere", async () => {
    const { id } = await createMentorship(testDb(), {
      mentorId: office.ids.ben,
      menteeId: office.ids.dan,
    });
    const [ben, dan] = [await assistant("ben"), await assistant("dan")];
    const note = (body: string, isShared: string) =>
      AddNoteInput.parse({ id, body: `${CANARY} ${body}`, isShared });
    await addMentoringNote(ben, note("for both", "both"));
    await addMentoringNote(ben, note("for Ben", "mine"));
    expect((await listMentoringNotes(ben, id)).map(({ body }) => body)).toHaveLength(2);
    expect((await listMentoringNotes(dan, id)).map(({ body }) => body)).toEqual([`${CANARY} for both`]);
    await expect(listMentoringNotes(await assistant("cia"), id)).rejects.toThrow(NotFoundError);
    expect(await listOwnNotes(await assistant("cia"), [id])).toEqual([]);
    const answers = { helped: CANARY, missed: "", goesOn: "" };
    await pauseMentorship(ben, await asRead(id));
    const seen = [await listPoolMentorships(office.manager), await listOwnMentorships(dan)];
    await endMentorship(dan, EndMentorshipInput.parse({ ...(await asRead(id)), ...answers }));
    const rows = await Promise.all([
      testDb().$queryRaw`SELECT data::text, action FROM audit_events`,
      testDb().$queryRaw`SELECT params::text FROM notifications`,
    ]);
    expect(JSON.stringify([seen, rows])).not.toContain(CANARY);
    expect(rows[0]).not.toEqual([]);
  });
});

describe("somebody new", () => {
  const step = { dutyId: "calendar", fromWeek: 2, level: 4 };

  beforeEach(async () => {
    await testDb().assistant.update({
      where: { id: office.ids.ben },
      data: { hiredOn: new Date("2026-08-05") },
    });
  });

  async function ruleFor(name: string) {
    const monday = { from: "2026-08-17", fromPart: "am", to: "2026-08-17", toPart: "pm" };
    const input = CandidatesInput.parse({ executiveId: office.ids.xenia, ...monday });
    return (await listCandidates(office.manager, input)).find((one) => one.name === name)?.rules;
  }

  it("is not named for a duty until its week has come and it is signed off", async () => {
    expect(await ruleFor("Ben Berg")).toEqual([]);
    expect(await setRamp(office.manager, { id: office.ids.ben, steps: [step] })).toMatchObject({ ok: true });
    expect(await ruleFor("Ben Berg")).toEqual([{ rule: "learning", dutyId: "calendar" }]);
    await createMentorship(testDb(), { mentorId: office.ids.cia, menteeId: office.ids.ben });
    const [asked] = await requireRamp(office.manager, office.ids.ben);
    const sign = { id: office.ids.ben, stepId: asked?.id ?? "", reason: "" };
    await expect(signOffStep(await assistant("dan"), sign)).rejects.toThrow(NotFoundError);
    await expect(signOffStep(await assistant("ben"), sign)).rejects.toThrow(NotFoundError);
    expect(await signOffStep(await assistant("cia"), sign)).toMatchObject({ ok: true });
    expect(await ruleFor("Ben Berg")).toEqual([]);
    expect(await requireRamp(await assistant("ben"), office.ids.ben)).toMatchObject([
      { begins: day("2026-08-12"), signedOffBy: "Cia Cedar" },
    ]);
  });

  it("has a step signed off before its week only with the reason, and stays as it is", async () => {
    await setRamp(office.manager, { id: office.ids.ben, steps: [{ ...step, fromWeek: 9 }] });
    const [asked] = await requireRamp(office.manager, office.ids.ben);
    const sign = { id: office.ids.ben, stepId: asked?.id ?? "" };
    expect(await signOffStep(office.manager, { ...sign, reason: "" })).toMatchObject({
      reason: "early_reason_missing",
    });
    expect(await signOffStep(office.manager, { ...sign, reason: "Did it before" })).toMatchObject({
      ok: true,
    });
    await setRamp(office.manager, { id: office.ids.ben, steps: [] });
    expect(await requireRamp(office.manager, office.ids.ben)).toHaveLength(1);
  });

  it("is told of when a step is due: the mentor first, a week later the manager, each once", async () => {
    await setRamp(office.manager, { id: office.ids.ben, steps: [step] });
    await createMentorship(testDb(), { mentorId: office.ids.cia, menteeId: office.ids.ben });
    await keepMentoring(asSystem());
    await keepMentoring(asSystem());
    expect(await noticesOf(office.userIds.cia)).toEqual(["ramp_step_due", "mentoring_tomorrow"]);
    expect(await noticesOf(office.manager.actor.userId)).not.toContain("ramp_step_due");
    await keepMentoring(asSystem(new Date("2026-08-19T07:00:00Z")));
    await keepMentoring(asSystem(new Date("2026-08-20T07:00:00Z")));
    const told = (await noticesOf(office.manager.actor.userId)).filter((kind) => kind === "ramp_step_due");
    expect(told).toHaveLength(1);
  });
});
