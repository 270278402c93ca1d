import "server-only";
import type { Ctx } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import { ok, type Result, refuse } from "@/lib/result";
import { tellWaiting } from "../access/service-people";
import { inCase, noteInJournal, type OpeningRefusal } from "../access/service-sight";
import { writeWords } from "../raising/service";
import type { TextIdInput, WriteTextInput } from "./schema";
import { handlerIn, partiesInSight } from "./service";

type Written = { id: string };

/** Writes a statement, which its author and the handler read until its author releases it, or a note, which only the handler reads. */
export function writeText(
  ctx: Ctx,
  { id, kind, words }: WriteTextInput,
): Promise<Result<Written, OpeningRefusal | "not_possible_now">> {
  return inCase(ctx, id, async (tx, open): Promise<Result<Written, "not_possible_now">> => {
    if (kind === "note" && open.role !== "handler") throw new NotFoundError("conversation");
    if (open.status === "draft" || open.closedAt) return refuse("not_possible_now");
    const textId = await writeWords(tx, open, kind, words);
    await noteInJournal(tx, id, `${kind}_written`);
    if (open.role === "party") await tellWaiting(tx, [await handlerIn(tx, id)]);
    return ok({ id: textId });
  });
}

/** Lets everybody in the conversation read a statement of one's own; that can't be taken back. */
export function releaseText(
  ctx: Ctx,
  { id, textId }: TextIdInput,
): Promise<Result<Written, OpeningRefusal | "not_possible_now">> {
  return inCase(ctx, id, async (tx, open): Promise<Result<Written, "not_possible_now">> => {
    if (open.closedAt) return refuse("not_possible_now");
    const where = {
      id: textId,
      caseId: id,
      authorId: tx.actor.userId,
      kind: "statement" as const,
      releasedAt: null,
    };
    const { count } = await tx.db.caseText.updateMany({ where, data: { releasedAt: tx.now } });
    if (count === 0) throw new NotFoundError("text");
    await noteInJournal(tx, id, "statement_released");
    await tellWaiting(tx, [await handlerIn(tx, id), ...(await partiesInSight(tx, id))]);
    return ok({ id: textId });
  });
}
