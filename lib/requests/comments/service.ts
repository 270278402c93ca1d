import "server-only";
import type { Assistant, Person } from "@/lib/actor";
import { audit } from "@/lib/audit";
import { type Ctx, inTransaction } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import type { MoveRefusal } from "@/lib/moves/rules";
import { lockRow } from "@/lib/moves/service";
import { notify } from "@/lib/notices/service-notify";
import { managersOf } from "@/lib/pools/queries-managers";
import { ok, type Result } from "@/lib/result";
import { requestAudit } from "../audit";
import { addRequestFiles } from "../files/service";
import { indexClocks } from "../levels/service-clocks";
import { requestNotice } from "../notices";
import { canReadWords, isOwnRequest } from "../policy";
import { requireRequestRow, type VisibleRequest } from "../queries";
import { listReaders } from "../queries-colleagues";
import { setAsideRequest } from "../service-assistant";
import { resumeForRequester } from "../service-awaiting";
import { toldSummary } from "../service-moves";
import { mentionedIn } from "./rules";
import type { AskInput, CommentInput, ComposeInput } from "./schema";

/**
 * Says something about a request: the executive and those who serve them to each other, or these among themselves. The first
 * word to the executive stops that clock, and an answer of the executive goes on with what waited for it.
 */
export function commentRequest(
  ctx: Ctx<Person>,
  { id, text, internal, fileIds = [] }: CommentInput,
): Promise<Result<{ id: string }, MoveRefusal | "files_too_many">> {
  return inTransaction(ctx, async (tx) => {
    await lockRow(tx, "support_requests", id);
    const request = await requireReadable(tx, id);
    const isExecutive = isOwnRequest(ctx.actor, request);
    const isInternal = internal && !isExecutive;
    const row = await tx.db.requestComment.create({
      data: { requestId: id, authorId: ctx.actor.userId, text, isInternal, createdAt: tx.now },
      select: { id: true },
    });
    const added = await addRequestFiles(tx, id, fileIds, row.id);
    if (!added.ok) return added;
    if (ctx.actor.assistant && !isExecutive && !isInternal) await giveFirstWord(tx, request);
    if (isExecutive) await resumeForRequester(tx, id);
    const facts = { executiveId: request.executiveId, isInternal };
    await audit(tx, requestAudit("support_request.commented", id, facts));
    const told = await notifyOfComment(tx, request, { isExecutive, isInternal });
    if (!isExecutive) await notifyMentioned(tx, request, text, told);
    return ok({ id: row.id });
  });
}

async function requireReadable(tx: Ctx, id: string): Promise<VisibleRequest> {
  const request = await requireRequestRow(tx, id);
  if (!canReadWords(tx.actor, request)) throw new NotFoundError("request");
  return request;
}

async function giveFirstWord(tx: Ctx, { id, firstWordAt }: VisibleRequest): Promise<void> {
  if (firstWordAt) return;
  await tx.db.supportRequest.update({ where: { id }, data: { firstWordAt: tx.now }, select: { id: true } });
  await indexClocks(tx, [id]);
}

async function notifyOfComment(
  tx: Ctx,
  request: VisibleRequest,
  { isExecutive, isInternal }: { isExecutive: boolean; isInternal: boolean },
): Promise<string[]> {
  const holder = request.assignee?.userId;
  const toHolder = holder ? [holder] : isExecutive ? await managersOf(tx, request.poolId) : [];
  const told = isExecutive || isInternal ? toHolder : [request.executive.userId, ...toHolder];
  const notice = { requestId: request.id, summary: toldSummary(request), name: tx.actor.name };
  await notify(tx, requestNotice("request_commented", told, notice));
  return told;
}

/** Tells those who read it whom the text names with an @; nobody of a confidential request, which they may not read. */
async function notifyMentioned(
  tx: Ctx,
  { id, executiveId, summary, confidential }: VisibleRequest,
  text: string,
  told: readonly string[],
): Promise<void> {
  if (confidential || !text.includes("@")) return;
  const named = mentionedIn(text, await listReaders(tx, executiveId)).map(({ userId }) => userId);
  const others = named.filter((userId) => userId !== tx.actor.userId && !told.includes(userId));
  const notice = { requestId: id, summary, name: tx.actor.name };
  await notify(tx, requestNotice("request_mentioned", others, notice));
}

/** Asks the requester something and puts the request aside until they answer. */
export function askRequester(
  ctx: Ctx<Assistant>,
  { id, version, text, fileIds }: AskInput,
): Promise<Result<{ id: string }, MoveRefusal | "not_serving_now" | "files_too_many">> {
  return inTransaction(ctx, async (tx) => {
    const waiting = await setAsideRequest(tx, { id, version, for: "requester" });
    return waiting.ok ? commentRequest(tx, { id, text, internal: false, fileIds }) : waiting;
  });
}

/** What the composer of a page does: a word, or a question. */
export function composeComment(
  ctx: Ctx<Assistant>,
  { id, version, text, to, ask, fileIds }: ComposeInput,
): Promise<Result<{ id: string }, MoveRefusal | "not_serving_now" | "files_too_many">> {
  if (ask) return askRequester(ctx, { id, version, text, fileIds });
  return commentRequest(ctx, { id, text, internal: to === "internal", fileIds });
}
