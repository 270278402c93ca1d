import "server-only";
import { makePasswordLink } from "@/lib/accounts/service-invitations";
import type { Manager } from "@/lib/actor";
import { requireAssistantRecord } from "@/lib/assistants/queries";
import { CreateAssistantInput } from "@/lib/assistants/schema";
import { createAssistant } from "@/lib/assistants/service";
import { setRamp } from "@/lib/assistants/service-ramp";
import { audit } from "@/lib/audit";
import { type Ctx, inTransaction } from "@/lib/context";
import { isRefusedBy } from "@/lib/errors";
import { countLiveApplications, readApplication } from "@/lib/hiring/applications/queries";
import { APPLICATION_MOVES } from "@/lib/hiring/applications/rules";
import { hiringAudit } from "@/lib/hiring/audit";
import { listJobOffers } from "@/lib/hiring/offers/queries";
import { readRequisition } from "@/lib/hiring/requisitions/queries";
import { moveRequisition } from "@/lib/hiring/requisitions/service";
import { listSupportInTheWay } from "@/lib/matching/placements/queries-support";
import { readMentorship } from "@/lib/mentoring/pairs/queries";
import { endMentorship, proposeMentorship } from "@/lib/mentoring/pairs/service";
import { statusAfter } from "@/lib/moves/rules";
import { lockRow } from "@/lib/moves/service";
import type { RefusalReason } from "@/lib/refusals";
import { ok, type Refusal, type Result, refuse } from "@/lib/result";
import {
  changeSupportAssignment,
  createSupportAssignment,
  endSupportAssignment,
  removeSupportAssignment,
  requireSupport,
} from "@/lib/support/service";
import { addDays, type Day, dayOfColumn, earlierDay } from "@/lib/time/day";
import { dayIn } from "@/lib/time/zone";
import { enrolAssistant } from "@/lib/training/enrolments/service";
import { changeAssistantAndSeats } from "@/lib/training/enrolments/service-leavers";
import { countOpenFrom } from "./queries";
import { type DidNotStartInput, type HireInput, StoredMade } from "./schema";

const MENTORED_DAYS = 84;

type Made = { supports: string[]; ended: { id: string; to: Day | null }[] };
type Hired = { applicationId: string; assistantId: string };

/**
 * Hires a candidate who has accepted an offer, in one transaction and once: account with its invitation, assistant with week, skills and
 * languages, support from a day on with what it replaces ending the day before, introduction plan, mentor and first training. Refuses it
 * without an accepted offer, beyond the places, for an address that has an account, and where an executive would have more half-days
 * without cover than before. Again it answers with what it made.
 */
export async function hireCandidate(
  ctx: Ctx<Manager>,
  input: HireInput,
): Promise<Result<Hired, RefusalReason>> {
  try {
    return await inTransaction(ctx, (tx) => hire(tx, input));
  } catch (error) {
    if (isRefusedBy(error, "applications_hired_within_places")) return refuse("no_place_left");
    throw error;
  }
}

async function hire(tx: Ctx<Manager>, input: HireInput): Promise<Result<Hired, RefusalReason>> {
  const { applicationId } = input;
  await lockRow(tx, "applications", applicationId);
  const application = await readApplication(tx, applicationId);
  const known = await tx.db.jobHire.findUnique({
    where: { applicationId },
    select: { assistantId: true, undoneAt: true },
  });
  if (known && known.undoneAt === null) return ok({ applicationId, assistantId: known.assistantId });
  const offer = (await listJobOffers(tx, applicationId)).find(({ status }) => status === "accepted");
  if (!offer || application.status !== "offered") return refuse("offer_not_accepted");
  if (await tx.db.user.findUnique({ where: { email: input.email }, select: { id: true } }))
    return refuse("email_taken", { path: "email" });
  const requisition = await readRequisition(tx, application.requisitionId);
  const { poolId } = requisition;
  const startsOn = offer.startsOn as Day;
  const early = input.supports.find(({ from }) => from < startsOn);
  if (early) return refuse("before_hired", { path: "supports", details: { on: startsOn } });
  const executiveIds = input.supports.map(({ executiveId }) => executiveId);
  const before = await countOpenFrom(tx, poolId, executiveIds, startsOn);
  const assistantId = await makeAssistant(tx, input, { poolId, startsOn, ftePercent: offer.ftePercent });
  if (!assistantId.ok) return assistantId;
  const made = await takeSupportOver(tx, assistantId.value, input.supports);
  if (!made.ok) return made;
  const after = await countOpenFrom(tx, poolId, executiveIds, startsOn);
  if (after > before)
    return refuse("hire_opens_gaps", { path: "supports", details: { count: after - before } });
  const start = await introduce(tx, assistantId.value, input, startsOn);
  if (!start.ok) return start;
  const stored = { ...made.value, mentorshipId: start.value, hasFilled: false };
  await tx.db.jobHire.create({
    data: {
      ...{ applicationId, assistantId: assistantId.value, made: stored },
      ...{ hiredById: tx.actor.userId, hiredAt: tx.now },
    },
    select: { applicationId: true },
  });
  await endApplication(tx, application, "hired");
  const facts = { poolId, assistantId: assistantId.value };
  await audit(tx, hiringAudit("application.hired", applicationId, facts));
  if (await fillWhereDone(tx, application.requisitionId))
    await tx.db.jobHire.update({
      where: { applicationId },
      data: { made: { ...stored, hasFilled: true } },
      select: { applicationId: true },
    });
  return ok({ applicationId, assistantId: assistantId.value });
}

type Terms = { poolId: string; startsOn: Day; ftePercent: number };

async function makeAssistant(
  tx: Ctx<Manager>,
  { name, email, seniority, site, skills, languages }: HireInput,
  { poolId, startsOn, ftePercent }: Terms,
): Promise<Result<string, RefusalReason>> {
  const { hours } = CreateAssistantInput.pick({ hours: true }).parse({});
  const created = await createAssistant(tx, {
    ...{ name, email, poolId, seniority, ftePercent, site, skills, languages, hours },
    ...{ phone: "", hiredOn: startsOn, leavesOn: null },
  });
  if (!created.ok) return created;
  const { userId } = await tx.db.assistant.findUniqueOrThrow({
    where: { id: created.value.id },
    select: { userId: true },
  });
  const link = await makePasswordLink(tx, userId);
  if (!link.ok) return link;
  return ok(created.value.id);
}

/** Begins the new support; whoever was primary ends the day before and stays as a backup. */
async function takeSupportOver(
  tx: Ctx<Manager>,
  assistantId: string,
  supports: HireInput["supports"],
): Promise<Result<Made, RefusalReason>> {
  const made: Made = { supports: [], ended: [] };
  for (const { executiveId, from } of supports) {
    const inTheWay = await listSupportInTheWay(tx, { executiveId, assistantId, from });
    for (const { id, version, toOn } of inTheWay) {
      const { assistantId: formerId } = await requireSupport(tx, id);
      const ended = await endSupportAssignment(tx, { id, version, to: addDays(from, -1) });
      if (!ended.ok) return ended;
      made.ended.push({ id, to: toOn && dayOfColumn(toOn) });
      const isBackup = await tx.db.supportAssignment.count({
        where: { executiveId, assistantId: formerId, role: "backup", toOn: null },
      });
      if (isBackup > 0) continue;
      const backup = await createSupportAssignment(tx, {
        ...{ executiveId, assistantId: formerId, role: "backup", rank: 1, dutyIds: [], from, to: null },
      });
      if (!backup.ok) return backup;
      made.supports.push(backup.value.id);
    }
    const begun = await createSupportAssignment(tx, {
      ...{ executiveId, assistantId, role: "primary", rank: 1, dutyIds: [], from, to: null },
    });
    if (!begun.ok) return begun;
    made.supports.push(begun.value.id);
  }
  return ok(made);
}

/** Introduction plan, mentor and first training, as far as they are asked for; the mentorship's id. */
async function introduce(
  tx: Ctx<Manager>,
  assistantId: string,
  { ramp, mentorId, sessionId, skills }: HireInput,
  startsOn: Day,
): Promise<Result<string | null, RefusalReason>> {
  const planned = await setRamp(tx, { id: assistantId, steps: ramp });
  if (!planned.ok) return planned;
  if (sessionId) {
    const seat = await enrolAssistant(tx, { sessionId, assistantId, acceptedGaps: [] });
    if (!seat.ok) return seat;
  }
  if (!mentorId) return ok(null);
  const goals = skills.slice(0, 3).map(({ dutyId }) => ({ text: dutyId, measure: "", dutyId }));
  const pair = await proposeMentorship(tx, {
    ...{ mentorId, menteeId: assistantId, cadence: "weekly", goals },
    ...{ startsOn, endsOn: addDays(startsOn, MENTORED_DAYS) },
  });
  return pair.ok ? ok(pair.value.id) : pair;
}

type Read = Awaited<ReturnType<typeof readApplication>>;

async function endApplication(
  tx: Ctx<Manager>,
  { id, status, version }: Read,
  to: "hired" | "withdrawn",
): Promise<Refusal<"not_possible_now"> | null> {
  if (statusAfter(APPLICATION_MOVES, status, to === "hired" ? "hire" : "did_not_start") === null)
    return refuse("not_possible_now", { details: { status } });
  await tx.db.application.update({
    where: { id },
    data: { status: to, version: version + 1, movedAt: tx.now, endedAt: tx.now },
    select: { id: true },
  });
  await tx.db.applicationStep.create({
    data: {
      ...{ applicationId: id, action: to === "hired" ? "moved" : "did_not_start" },
      ...{ fromStatus: status, toStatus: to, at: tx.now, byId: tx.actor.userId },
    },
    select: { id: true },
  });
  return null;
}

/** Marks a requisition as filled once the last place is taken and nobody waits for an answer any more. */
async function fillWhereDone(tx: Ctx<Manager>, requisitionId: string): Promise<boolean> {
  const { places, status, version } = await readRequisition(tx, requisitionId);
  const hired = await tx.db.application.count({ where: { requisitionId, status: "hired" } });
  const live = (await countLiveApplications(tx, [requisitionId])).get(requisitionId) ?? 0;
  if (status !== "open" || hired < places || live > 0) return false;
  const filled = await moveRequisition(tx, { id: requisitionId, version, move: "fill", reason: "" });
  return filled.ok;
}

/**
 * Takes a hire back whose person did not start: support is as it was, mentorship and seats end, the assistant has left, and a requisition
 * that it filled is open again. Again it changes nothing.
 */
export function didNotStart(
  ctx: Ctx<Manager>,
  { applicationId }: DidNotStartInput,
): Promise<Result<Hired, RefusalReason>> {
  return inTransaction(ctx, async (tx) => {
    await lockRow(tx, "applications", applicationId);
    const application = await readApplication(tx, applicationId);
    const row = await tx.db.jobHire.findUnique({ where: { applicationId } });
    if (!row) return refuse("not_possible_now", { details: { status: application.status } });
    const { assistantId } = row;
    if (row.undoneAt) return ok({ applicationId, assistantId });
    const made = StoredMade.parse(row.made);
    const undone = (await supportAsBefore(tx, made)) ?? (await endPair(tx, made.mentorshipId));
    if (undone) return undone;
    const left = await leave(tx, assistantId, dayIn(application.requisition.pool.timeZone, tx.now));
    if (!left.ok) return left;
    const ended = await endApplication(tx, application, "withdrawn");
    if (ended) return ended;
    await tx.db.jobHire.update({
      where: { applicationId },
      data: { undoneAt: tx.now, undoneById: tx.actor.userId },
      select: { applicationId: true },
    });
    const { poolId } = application.requisition;
    await audit(tx, hiringAudit("application.did_not_start", applicationId, { poolId, assistantId }));
    if (made.hasFilled) {
      const { id, version, status } = await readRequisition(tx, application.requisitionId);
      const opened =
        status === "filled"
          ? await moveRequisition(tx, { id, version, move: "reopen", reason: "" })
          : ok(null);
      if (!opened.ok) return opened;
    }
    return ok({ applicationId, assistantId });
  });
}

async function supportAsBefore(
  tx: Ctx<Manager>,
  { supports, ended }: Pick<StoredMade, "supports" | "ended">,
): Promise<Refusal<RefusalReason> | null> {
  const versions = await tx.db.supportAssignment.findMany({
    where: { id: { in: [...supports, ...ended.map(({ id }) => id)] } },
    select: { id: true, version: true },
  });
  for (const { id, version } of versions.filter((one) => supports.includes(one.id))) {
    const removed = await removeSupportAssignment(tx, { id, version });
    if (!removed.ok) return removed;
  }
  for (const { id, version } of versions.filter((one) => !supports.includes(one.id))) {
    const { role, rank, from } = await requireSupport(tx, id);
    const to = (ended.find((one) => one.id === id)?.to ?? null) as Day | null;
    const restored = await changeSupportAssignment(tx, { id, version, role, rank, from, to });
    if (!restored.ok) return restored;
  }
  return null;
}

async function endPair(tx: Ctx<Manager>, id: string | null): Promise<Refusal<RefusalReason> | null> {
  if (id === null) return null;
  const { status, version } = await readMentorship(tx, id);
  if (status === "declined" || status === "ended") return null;
  const ended = await endMentorship(tx, { id, version, helped: "", missed: "", goesOn: "" });
  return ended.ok ? null : ended;
}

/** Whoever never came has left by yesterday; what they were booked for is given back. */
async function leave(
  tx: Ctx<Manager>,
  id: string,
  today: Day,
): Promise<Result<{ id: string }, RefusalReason>> {
  const view = await requireAssistantRecord(tx, id);
  const { name, email, poolId, seniority, ftePercent, site, phone, version, hours, skills, languages } = view;
  const yesterday = addDays(today, -1);
  const lastDay = view.hiredOn ? earlierDay(view.hiredOn as Day, yesterday) : yesterday;
  return changeAssistantAndSeats(tx, {
    ...{ id, name, email, poolId, seniority, ftePercent, site, phone, version, hours, skills, languages },
    ...{ hoursFrom: null, hiredOn: lastDay, leavesOn: lastDay },
  });
}
