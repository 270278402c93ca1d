import "server-only";
import type { Ctx } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import { type MoveRefusal, refusalOfMove, requireStatusAfter } from "@/lib/moves/rules";
import { ok, type Refusal, type Result, refuse } from "@/lib/result";
import { addDays, day, dayToDate } from "@/lib/time/day";
import { dayIn } from "@/lib/time/zone";
import type { Prisma } from "@/prisma/generated/client/client";
import { listInSight, tellWaiting } from "../access/service-people";
import {
  asHandler,
  asWriter,
  inCase,
  noteInJournal,
  type OpenCase,
  type OpeningRefusal,
} from "../access/service-sight";
import type { CaseVersionInput } from "../raising/schema";
import { writeWords } from "../raising/service";
import { CASE_MOVES, type CaseMove } from "./rules";
import { closeDueAt } from "./rules-clock";
import type {
  AcknowledgeCaseInput,
  CloseCaseInput,
  EndCaseInput,
  MovePromiseInput,
  TriageCaseInput,
} from "./schema";
import { endClocks, setForgetting } from "./service-clocks";

type Moved = { id: string };

/** So long after its end one of its people may open it again. */
const REOPENED_WITHIN_DAYS = 183;
/** A promise lies within half a year. */
const LATEST_PROMISE_DAYS = 183;

/** Moves a conversation on, where its state and the version that was read allow it. */
export async function moveCase(
  tx: Ctx,
  open: OpenCase,
  move: CaseMove,
  version: number,
  data: Prisma.CaseUpdateManyMutationInput = {},
): Promise<Refusal<MoveRefusal> | null> {
  const refusal = refusalOfMove(CASE_MOVES, open, move, version);
  if (refusal) return refusal;
  const status = requireStatusAfter(CASE_MOVES, open.status, move);
  await tx.db.case.updateMany({ where: { id: open.id }, data: { ...data, status, version: version + 1 } });
  await noteInJournal(tx, open.id, move);
  return null;
}

/** Answers whoever raised it, in words; from then on they know that a person has read it. */
export function acknowledgeCase(
  ctx: Ctx,
  { id, version, words }: AcknowledgeCaseInput,
): Promise<Result<Moved, MoveRefusal | OpeningRefusal>> {
  return asHandler(ctx, id, async (tx, open): Promise<Result<Moved, MoveRefusal>> => {
    const refusal = await moveCase(tx, open, "acknowledge", version, { acknowledgedAt: tx.now });
    if (refusal) return refusal;
    const writerId = await writerOf(tx, id);
    await writeWords(tx, open, "answer", words, writerId);
    await endClocks(tx, id, ["acknowledge"]);
    await tellWaiting(tx, [writerId]);
    return ok({ id });
  });
}

type TriageRefusal = MoveRefusal | OpeningRefusal | "reason_missing" | "promise_within_half_a_year";

/** Says how grave it is, and by when it is to be closed. Lower than its writer asked for takes a reason, which they read. */
export function triageCase(
  ctx: Ctx,
  { id, version, tier, reason, promisedOn }: TriageCaseInput,
): Promise<Result<Moved, TriageRefusal>> {
  return asHandler(ctx, id, async (tx, open): Promise<Result<Moved, TriageRefusal>> => {
    if (tier < open.tier && reason === "") return refuse("reason_missing", { path: "reason" });
    const late = refusalOfPromise(tx, open, promisedOn);
    if (late) return late;
    const data = { tier, triagedAt: tx.now, promisedOn: dayToDate(day(promisedOn)) };
    const refusal = await moveCase(tx, open, "triage", version, data);
    if (refusal) return refusal;
    const writerId = await writerOf(tx, id);
    if (reason !== "") await writeWords(tx, open, "reason", reason, writerId);
    await promise(tx, open, promisedOn);
    await tellWaiting(tx, [writerId]);
    return ok({ id });
  });
}

/** Moves the day by which it is to be closed; its people read why. */
export function movePromise(
  ctx: Ctx,
  { id, version, promisedOn, reason }: MovePromiseInput,
): Promise<Result<Moved, TriageRefusal>> {
  return asHandler(ctx, id, async (tx, open): Promise<Result<Moved, TriageRefusal>> => {
    if (open.promisedOn === null || open.closedAt !== null) return refuse("not_possible_now");
    if (open.version !== version) return refuse("changed_since_read");
    const late = refusalOfPromise(tx, open, promisedOn);
    if (late) return late;
    await tx.db.case.updateMany({
      where: { id },
      data: { promisedOn: dayToDate(day(promisedOn)), version: version + 1 },
    });
    await noteInJournal(tx, id, "promise_moved");
    const parties = await partiesInSight(tx, id);
    for (const userId of parties) await writeWords(tx, open, "reason", reason, userId);
    await promise(tx, open, promisedOn);
    await tellWaiting(tx, parties);
    return ok({ id });
  });
}

/** Passes it to HR or outside: from then on it is looked into there, and closed here once that is said. */
export function escalateCase(
  ctx: Ctx,
  { id, version, reason }: EndCaseInput,
): Promise<Result<Moved, MoveRefusal | OpeningRefusal | "reason_missing">> {
  return asHandler(ctx, id, async (tx, open): Promise<Result<Moved, MoveRefusal | "reason_missing">> => {
    if (reason === "") return refuse("reason_missing", { path: "reason" });
    const refusal = await moveCase(tx, open, "escalate", version);
    if (refusal) return refusal;
    const writerId = await writerOf(tx, id);
    await writeWords(tx, open, "reason", reason, writerId);
    await tellWaiting(tx, [writerId]);
    return ok({ id });
  });
}

/** Ends it with an outcome and a sentence to each of its people, who read only their own. */
export function closeCase(
  ctx: Ctx,
  { id, version, outcome, words }: CloseCaseInput,
): Promise<Result<Moved, MoveRefusal | OpeningRefusal | "reason_missing">> {
  return asHandler(ctx, id, async (tx, open): Promise<Result<Moved, MoveRefusal | "reason_missing">> => {
    const parties = await partiesInSight(tx, id);
    const missing = parties.find((userId) => !words[userId]);
    if (missing) return refuse("reason_missing", { path: `words.${missing}` });
    const refusal = await moveCase(tx, open, "close", version, { closedAt: tx.now, outcome });
    if (refusal) return refusal;
    for (const userId of parties) await writeWords(tx, open, "answer", words[userId] ?? "", userId);
    await setForgetting(tx, id, await handlerIn(tx, id), false);
    await tellWaiting(tx, parties);
    return ok({ id });
  });
}

/** Takes back what one raised, with a reason or without, until it is closed. */
export function withdrawCase(
  ctx: Ctx,
  { id, version, reason }: EndCaseInput,
): Promise<Result<Moved, MoveRefusal | OpeningRefusal>> {
  return asWriter(ctx, id, async (tx, open): Promise<Result<Moved, MoveRefusal>> => {
    const data = { closedAt: tx.now, outcome: "withdrawn" as const };
    const refusal = await moveCase(tx, open, "withdraw", version, data);
    if (refusal) return refusal;
    if (reason !== "") await writeWords(tx, open, "reason", reason);
    await setForgetting(tx, id, await handlerIn(tx, id), true);
    const people = await listInSight(tx, id);
    await tellWaiting(
      tx,
      people.map(({ userId }) => userId),
    );
    return ok({ id });
  });
}

/** True where somebody may open a closed conversation again: its handler, and one of its people once within half a year. */
export function canReopen({ closedAt, status, role, reopenedAt, key }: OpenCase, { now }: Ctx): boolean {
  if (status !== "closed" || !closedAt || key.length === 0) return false;
  const isRecent = now.getTime() - closedAt.getTime() <= REOPENED_WITHIN_DAYS * 86_400_000;
  return role === "handler" || (isRecent && reopenedAt === null);
}

/** Opens a closed conversation again. */
export function reopenCase(
  ctx: Ctx,
  { id, version }: CaseVersionInput,
): Promise<Result<Moved, MoveRefusal | OpeningRefusal>> {
  return inCase(ctx, id, async (tx, open): Promise<Result<Moved, MoveRefusal>> => {
    if (!canReopen(open, tx)) return refuse("not_possible_now");
    const today = dayIn(open.pool.timeZone, tx.now);
    const promisedOn = addDays(today, 28);
    const data = {
      closedAt: null,
      outcome: null,
      promisedOn: dayToDate(promisedOn),
      ...(open.role === "party" && { reopenedAt: tx.now }),
    };
    const refusal = await moveCase(tx, open, "reopen", version, data);
    if (refusal) return refusal;
    await promise(tx, open, promisedOn);
    const people = await listInSight(tx, id);
    await tellWaiting(
      tx,
      people.map(({ userId }) => userId),
    );
    return ok({ id });
  });
}

/** Who raised it. */
export async function writerOf(tx: Ctx, caseId: string): Promise<string> {
  const row = await tx.db.casePerson.findFirst({
    where: { caseId, isWriter: true },
    select: { userId: true },
  });
  if (!row) throw new NotFoundError("writer");
  return row.userId;
}

/** Who handles it. */
export async function handlerIn(tx: Ctx, caseId: string): Promise<string> {
  const where = { caseId, role: "handler" as const, until: null };
  const row = await tx.db.casePerson.findFirst({ where, select: { userId: true } });
  if (!row) throw new NotFoundError("handler");
  return row.userId;
}

/** Those of its people who see it and do not handle it. */
export async function partiesInSight(tx: Ctx, caseId: string): Promise<string[]> {
  const people = await listInSight(tx, caseId);
  return people.filter(({ role }) => role === "party").map(({ userId }) => userId);
}

function refusalOfPromise(tx: Ctx, { pool }: OpenCase, promisedOn: string) {
  const today = dayIn(pool.timeZone, tx.now);
  const last = addDays(today, LATEST_PROMISE_DAYS);
  if (promisedOn > today && promisedOn <= last) return null;
  return refuse("promise_within_half_a_year", { path: "promisedOn", details: { on: last } });
}

/** The clocks that a promised day takes the place of. */
const PROMISED_BY = ["acknowledge", "triage", "close", "forget_notes", "forget_soon", "forget"] as const;

async function promise(tx: Ctx, open: OpenCase, promisedOn: string): Promise<void> {
  const dueAt = closeDueAt(open.pool, day(promisedOn));
  const userId = await handlerIn(tx, open.id);
  await endClocks(tx, open.id, PROMISED_BY);
  await tx.db.caseClock.createMany({ data: { caseId: open.id, kind: "close", userId, dueAt } });
}
