import "server-only";
import { randomUUID } from "node:crypto";
import type { Person } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import { refusalOfMove } from "@/lib/moves/rules";
import { ok, type Refusal, type Result, refuse } from "@/lib/result";
import type { CaseTextKind } from "@/prisma/generated/client/client";
import { listHandlers, namesOfPresent } from "../access/queries-handlers";
import { handlerOf } from "../access/rules-handlers";
import { addPeople, tellWaiting } from "../access/service-people";
import { CaseLocked, caseKeyId, newCaseKey, openWords, sealWords } from "../access/service-sealing";
import {
  asReader,
  asWriter,
  noteInJournal,
  type OpenCase,
  type OpeningRefusal,
} from "../access/service-sight";
import { CASE_MOVES, firstTier } from "../cases/rules";
import { answerDueAt, triageDueAt } from "../cases/rules-clock";
import { caseCalendarOf, draftClocks, setClocks } from "../cases/service-clocks";
import { type BeginCaseInput, type CaseVersionInput, type ChangeDraftInput, DraftFields } from "./schema";

type DraftRefusal =
  | "conversation_locked"
  | "nothing_written"
  | "only_yourself"
  | "person_has_left"
  | "nobody_impartial";
type Written = { id: string; isSent: boolean };

/** The pool whose clock counts for what somebody raises: their own, or one they lead. */
export function poolOfWriter({ assistant, executive, managedPoolIds }: Person): string {
  const poolId = assistant?.poolId ?? executive?.poolId ?? managedPoolIds[0];
  if (!poolId) throw new NotFoundError("pool");
  return poolId;
}

/** Keeps what somebody writes as a draft that is theirs alone, or sends it at once. */
export async function beginCase(
  ctx: Ctx,
  { intent, ...fields }: BeginCaseInput,
): Promise<Result<Written, DraftRefusal>> {
  if (!caseKeyId()) return refuse("conversation_locked");
  const unfit = await refusalOfFields(ctx, fields, intent);
  if (unfit) return unfit;
  return asReader(ctx, async (tx): Promise<Result<Written, DraftRefusal>> => {
    const id = randomUUID();
    const { key, ...wrapped } = newCaseKey(id);
    const data = { id, poolId: poolOfWriter(tx.actor), ...columnsOf(fields), ...wrapped, savedAt: tx.now };
    await tx.db.case.createMany({ data });
    await addPeople(tx, id, [{ userId: tx.actor.userId, role: "party", isWriter: true }]);
    await writeDraft(tx, { id, key }, fields);
    await setClocks(tx, id, draftClocks(tx));
    if (intent === "save") return ok({ id, isSent: false });
    return sendDraft(tx, { id, key, version: 1, pool: await poolOf(tx, data.poolId) }, fields);
  });
}

/** Writes a draft of one's own anew, or sends it; refuses what was sent meanwhile, and another version than was read. */
export async function changeDraft(
  ctx: Ctx,
  { id, version, intent, ...fields }: ChangeDraftInput,
): Promise<Result<Written, DraftRefusal | OpeningRefusal | "not_possible_now" | "changed_since_read">> {
  const unfit = await refusalOfFields(ctx, fields, intent);
  if (unfit) return unfit;
  return asWriter(
    ctx,
    id,
    async (tx, open): Promise<Result<Written, DraftRefusal | "not_possible_now" | "changed_since_read">> => {
      const refusal = refusalOfMove(CASE_MOVES, open, "send", version);
      if (refusal) return refusal;
      await tx.db.caseText.deleteMany({ where: { caseId: id, kind: "draft" } });
      await writeDraft(tx, open, fields);
      await tx.db.case.updateMany({
        where: { id },
        data: { ...columnsOf(fields), savedAt: tx.now, version: version + 1 },
      });
      await setClocks(tx, id, draftClocks(tx));
      if (intent === "save") return ok({ id, isSent: false });
      return sendDraft(tx, { ...open, version: version + 1 }, fields);
    },
  );
}

/** Throws a draft of one's own away; nothing of it is left. */
export function throwDraftAway(
  ctx: Ctx,
  { id, version }: CaseVersionInput,
): Promise<Result<{ id: string }, OpeningRefusal | "not_possible_now" | "changed_since_read">> {
  return asWriter(
    ctx,
    id,
    async (tx, open): Promise<Result<{ id: string }, "not_possible_now" | "changed_since_read">> => {
      const refusal = refusalOfMove(CASE_MOVES, open, "send", version);
      if (refusal) return refusal;
      await tx.db.case.deleteMany({ where: { id } });
      return ok({ id });
    },
  );
}

/** What a draft says; read within the transaction that has opened it. */
export async function readDraft(tx: Ctx, open: Pick<OpenCase, "id" | "key">): Promise<DraftFields> {
  const row = await tx.db.caseText.findFirstOrThrow({ where: { caseId: open.id, kind: "draft" } });
  return DraftFields.parse(JSON.parse(openWords(open.key, { id: row.id, caseId: open.id }, row.sealed)));
}

async function writeDraft(
  tx: Ctx,
  { id, key }: Pick<OpenCase, "id" | "key">,
  fields: DraftFields,
): Promise<void> {
  await writeWords(tx, { id, key }, "draft", JSON.stringify(fields));
}

/** Seals words into a conversation, as the actor's. */
export async function writeWords(
  tx: Ctx,
  { id: caseId, key }: Pick<OpenCase, "id" | "key">,
  kind: CaseTextKind,
  words: string,
  toId: string | null = null,
): Promise<string> {
  if (key.length === 0) throw new CaseLocked();
  const id = randomUUID();
  const sealed = sealWords(key, { id, caseId }, words);
  await tx.db.caseText.createMany({
    data: {
      ...{ id, caseId, kind, authorId: tx.actor.userId, toId, sealed, at: tx.now },
      releasedAt: isForAll(kind, toId) ? tx.now : null,
    },
  });
  return id;
}

/** What all are invited to, and what they are to agree, everybody in the conversation reads from the first. */
function isForAll(kind: CaseTextKind, toId: string | null): boolean {
  return kind === "term" || (kind === "agenda" && toId === null);
}

function columnsOf({ topic, wish, isGrave, outsider, mayKnow }: DraftFields) {
  return {
    mayKnowLater: mayKnow === "later",
    topic,
    wish,
    tier: firstTier({ topic, isGrave }),
    concernsOutsider: outsider !== "",
  };
}

async function poolOf(tx: Ctx, id: string): Promise<OpenCase["pool"]> {
  const select = { timeZone: true, holidayRegion: true, holidayTypes: true };
  return tx.db.pool.findUniqueOrThrow({ where: { id }, select });
}

async function refusalOfFields(
  ctx: Ctx,
  { personIds, statement }: DraftFields,
  intent: "save" | "send",
): Promise<Refusal<DraftRefusal> | null> {
  if (personIds.includes(ctx.actor.userId)) return refuse("only_yourself", { path: "personIds" });
  const present = await namesOfPresent(ctx, personIds);
  if (present.size < personIds.length) return refuse("person_has_left", { path: "personIds" });
  return intent === "send" && statement === "" ? refuse("nothing_written", { path: "statement" }) : null;
}

type Sendable = Pick<OpenCase, "id" | "key" | "version" | "pool">;

async function sendDraft(
  tx: Ctx,
  open: Sendable,
  fields: DraftFields,
): Promise<Result<Written, "nobody_impartial">> {
  const { personIds, outsider, statement, handlerId } = fields;
  const candidates = await listHandlers(tx, poolOfWriter(tx.actor));
  const handler = handlerOf(candidates, [tx.actor.userId, ...personIds], handlerId);
  if (!handler) return refuse("nobody_impartial", { path: "handlerId" });
  await tx.db.caseText.deleteMany({ where: { caseId: open.id, kind: "draft" } });
  await writeWords(tx, open, "statement", [outsider, statement].filter(Boolean).join("\n\n"));
  const named = personIds.map((userId) => ({ userId, role: "party" as const }));
  await addPeople(tx, open.id, [{ userId: handler.userId, role: "handler" }, ...named]);
  await tx.db.case.updateMany({
    where: { id: open.id },
    data: { status: "reported", reportedAt: tx.now, version: open.version + 1 },
  });
  const calendar = caseCalendarOf(open, tx);
  await setClocks(tx, open.id, [
    { kind: "acknowledge", userId: handler.userId, dueAt: answerDueAt(calendar, tx.now, firstTier(fields)) },
    { kind: "triage", userId: handler.userId, dueAt: triageDueAt(calendar, tx.now) },
  ]);
  await noteInJournal(tx, open.id, "sent");
  await tellWaiting(tx, [handler.userId]);
  return ok({ id: open.id, isSent: true });
}
