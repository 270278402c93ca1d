import "server-only";
import { randomUUID } from "node:crypto";
import type { Ctx } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import type { MoveRefusal } from "@/lib/moves/rules";
import { ok, type Result, refuse } from "@/lib/result";
import { day } from "@/lib/time/day";
import { instantIn } from "@/lib/time/zone";
import { tellWaiting } from "../access/service-people";
import {
  asHandler,
  inCase,
  noteInJournal,
  type OpenCase,
  type OpeningRefusal,
} from "../access/service-sight";
import { handlerIn, moveCase, partiesInSight } from "../cases/service";
import type { CaseIdInput } from "../raising/schema";
import { writeWords } from "../raising/service";
import { hasMet, refusalOfJointMeeting } from "./rules";
import type { AnswerMeetingInput, MeetingInput, SetMeetingInput } from "./schema";

type Done = { id: string };
type MeetingRefusal =
  | MoveRefusal
  | "never_mediated"
  | "separate_meetings_first"
  | "consent_missing"
  | "nobody_to_meet"
  | "meeting_in_the_past"
  | "ends_before_start";

/**
 * Invites one of the people to a meeting of their own, or all of them to one together. What is grave is never mediated; all meet only
 * once each has been met alone and has said yes since. Nobody is told who has not.
 */
export function setMeeting(
  ctx: Ctx,
  input: SetMeetingInput,
): Promise<Result<Done, MeetingRefusal | OpeningRefusal>> {
  return asHandler(ctx, input.id, async (tx, open): Promise<Result<Done, MeetingRefusal>> => {
    const { kind, withId, on, startMinute, endMinute, words, version } = input;
    if (open.tier === 3) return refuse("never_mediated");
    const [startsAt, endsAt] = [startMinute, endMinute].map((minute) =>
      instantIn(open.pool.timeZone, day(on), minute),
    ) as [Date, Date];
    if (endsAt <= startsAt) return refuse("ends_before_start", { path: "endMinute" });
    if (startsAt <= tx.now) return refuse("meeting_in_the_past", { path: "on" });
    const parties = await partiesInSight(tx, open.id);
    const invited = kind === "joint" ? parties : parties.filter((userId) => userId === withId);
    if (invited.length === 0) throw new NotFoundError("person");
    const refusal = await moveToMeeting(tx, open, { kind, version, parties });
    if (refusal) return refusal;
    const textId = await writeWords(tx, open, "agenda", words, kind === "separate" ? withId : null);
    const [id, caseId] = [randomUUID(), open.id];
    await tx.db.caseMeeting.createMany({
      data: { id, caseId, kind, withId: kind === "separate" ? withId : null, startsAt, endsAt, textId },
    });
    await tellWaiting(tx, invited);
    return ok({ id });
  });
}

type Wanted = { kind: "separate" | "joint"; version: number; parties: readonly string[] };

async function moveToMeeting(tx: Ctx, open: OpenCase, { kind, version, parties }: Wanted) {
  const isThere = open.status === (kind === "separate" ? "separate_meetings" : "joint_meeting");
  if (kind === "joint") {
    const why = refusalOfJointMeeting(await meetingsOf(tx, open.id), parties, await consentsIn(tx, open.id));
    if (why) return refuse(why);
  }
  if (!isThere) return moveCase(tx, open, kind === "separate" ? "meet_separately" : "meet_jointly", version);
  if (version !== open.version) return refuse("changed_since_read");
  await noteInJournal(tx, open.id, "meeting_set");
  return null;
}

/** Says that a meeting was held. */
export function markHeld(
  ctx: Ctx,
  input: MeetingInput,
): Promise<Result<Done, OpeningRefusal | "not_possible_now">> {
  return endMeeting(ctx, input, "held");
}

/** Calls a meeting off; those invited read only that. */
export function callOffMeeting(
  ctx: Ctx,
  input: MeetingInput,
): Promise<Result<Done, OpeningRefusal | "not_possible_now">> {
  return endMeeting(ctx, input, "cancelled");
}

function endMeeting(
  ctx: Ctx,
  { id, meetingId }: MeetingInput,
  status: "held" | "cancelled",
): Promise<Result<Done, OpeningRefusal | "not_possible_now">> {
  return asHandler(ctx, id, async (tx): Promise<Result<Done, "not_possible_now">> => {
    const where = { id: meetingId, caseId: id, status: "planned" as const };
    const meeting = await tx.db.caseMeeting.findFirst({ where });
    if (!meeting) throw new NotFoundError("meeting");
    if (status === "held" && meeting.startsAt > tx.now) return refuse("not_possible_now");
    await tx.db.caseMeeting.updateMany({ where, data: { status } });
    await noteInJournal(tx, id, `meeting_${status}`);
    await tellWaiting(tx, meeting.withId ? [meeting.withId] : await partiesInSight(tx, id));
    return ok({ id: meetingId });
  });
}

/** Says whether one comes to a meeting. A no needs no reason, and only the handler reads whose it is. */
export function answerMeeting(
  ctx: Ctx,
  { id, meetingId, comes }: AnswerMeetingInput,
): Promise<Result<Done, OpeningRefusal>> {
  return inCase(ctx, id, async (tx, open): Promise<Result<Done, never>> => {
    const where = { id: meetingId, caseId: id, status: "planned" as const };
    const meeting = await tx.db.caseMeeting.findFirst({ where, select: { id: true } });
    if (!meeting || open.role !== "party") throw new NotFoundError("meeting");
    const { userId } = tx.actor;
    await tx.db.caseAnswer.deleteMany({ where: { meetingId, userId } });
    await tx.db.caseAnswer.createMany({ data: { meetingId, caseId: id, userId, comes, at: tx.now } });
    await noteInJournal(tx, id, "meeting_answered");
    await tellWaiting(tx, [await handlerIn(tx, id)]);
    return ok({ id: meetingId });
  });
}

/** Says yes to meeting the others, after a meeting of one's own. */
export function giveConsent(
  ctx: Ctx,
  { id }: CaseIdInput,
): Promise<Result<Done, OpeningRefusal | "separate_meetings_first" | "not_possible_now">> {
  return inCase(
    ctx,
    id,
    async (tx, open): Promise<Result<Done, "separate_meetings_first" | "not_possible_now">> => {
      if (open.role !== "party") throw new NotFoundError("conversation");
      if (open.status !== "separate_meetings") return refuse("not_possible_now");
      const { userId } = tx.actor;
      if (!hasMet(await meetingsOf(tx, id), userId)) return refuse("separate_meetings_first");
      await tx.db.caseConsent.deleteMany({ where: { caseId: id, userId } });
      await tx.db.caseConsent.createMany({ data: { caseId: id, userId, givenAt: tx.now } });
      await noteInJournal(tx, id, "consent_given");
      await tellWaiting(tx, [await handlerIn(tx, id)]);
      return ok({ id });
    },
  );
}

/**
 * Takes one's yes back, until the meeting of all begins. It is called off then, and the course is at meetings of one's own again; the
 * others read only that it is called off.
 */
export function takeConsentBack(
  ctx: Ctx,
  { id }: CaseIdInput,
): Promise<Result<Done, OpeningRefusal | MoveRefusal>> {
  return inCase(ctx, id, async (tx, open): Promise<Result<Done, MoveRefusal>> => {
    const { userId } = tx.actor;
    const where = { caseId: id, userId, withdrawnAt: null };
    if ((await tx.db.caseConsent.count({ where })) === 0) throw new NotFoundError("consent");
    const joint = { caseId: id, kind: "joint" as const, status: { not: "cancelled" as const } };
    const begun = await tx.db.caseMeeting.count({ where: { ...joint, startsAt: { lte: tx.now } } });
    if (begun > 0) return refuse("not_possible_now");
    await tx.db.caseMeeting.updateMany({ where: joint, data: { status: "cancelled" } });
    await tx.db.caseConsent.updateMany({ where, data: { withdrawnAt: tx.now } });
    if (open.status === "joint_meeting") {
      const refusal = await moveCase(tx, open, "take_consent_back", open.version);
      if (refusal) return refusal;
    } else await noteInJournal(tx, id, "consent_withdrawn");
    await tellWaiting(tx, [await handlerIn(tx, id), ...(await partiesInSight(tx, id))]);
    return ok({ id });
  });
}

/** The meetings of a conversation that the actor may see. */
export function meetingsOf(tx: Ctx, caseId: string) {
  return tx.db.caseMeeting.findMany({
    where: { caseId },
    include: { answers: { select: { userId: true, comes: true } } },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
  });
}

/** Who has said yes and not taken it back, as far as the actor may know. */
export async function consentsIn(tx: Ctx, caseId: string): Promise<string[]> {
  const where = { caseId, withdrawnAt: null };
  return (await tx.db.caseConsent.findMany({ where, select: { userId: true } })).map(({ userId }) => userId);
}
