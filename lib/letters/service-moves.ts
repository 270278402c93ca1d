import "server-only";
import type { Person } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import type { MoveRefusal } from "@/lib/moves/rules";
import { move } from "@/lib/moves/service";
import { notify } from "@/lib/notices/service-notify";
import type { RefusalReason } from "@/lib/refusals";
import { toldSummary } from "@/lib/requests/service-moves";
import { ok, type Result } from "@/lib/result";
import { letterAudit } from "./audit";
import { findDeputyUserId } from "./deputies/queries";
import { letterNotice } from "./notices";
import type { VisibleLetter } from "./queries";
import { LETTER_MOVES, type LetterMove, type MovedLetter } from "./rules";
import type { LetterWay } from "./rules-choices";
import type { MoveLetterInput } from "./schema";

type Words = { subject: string; body: string; recipientEmail: string; values: Record<string, string> };

type LetterTransition<R extends RefusalReason> = {
  move: LetterMove;
  /** Reads the locked letter for its mover, and refuses those who may not move it. */
  read: () => Promise<Result<VisibleLetter, R>>;
  /** What its next version says. */
  written?: Words;
  remarks?: string;
  sent?: { sentVia: LetterWay; postedOn: Date | null };
};

const AUDITED = {
  write: "letter.written",
  submit: "letter.submitted",
  approve: "letter.approved",
  return: "letter.returned",
  send: "letter.sent",
} as const satisfies Record<LetterMove, string>;

/** Moves a letter with its version, audit row and notices; refuses a move its status does not allow. */
export function moveLetter<R extends RefusalReason = never>(
  tx: Ctx<Person>,
  { id, version }: MoveLetterInput,
  { move: chosen, read, written, remarks = "", sent }: LetterTransition<R>,
): Promise<Result<MovedLetter, R | MoveRefusal>> {
  return move(tx, LETTER_MOVES, {
    id,
    version,
    move: chosen,
    read,
    write: async (letter, next) => {
      const number = written ? letter.number + 1 : letter.number;
      if (written) await writeVersion(tx, id, number, written);
      if (chosen === "approve" || chosen === "return") await decide(tx, letter, chosen, remarks);
      await tx.db.letter.update({
        where: { id },
        data: {
          ...{ ...next, number, updatedAt: tx.now },
          ...(sent && { ...sent, sentAt: tx.now, sentById: tx.actor.userId }),
        },
        select: { id: true },
      });
      const facts = { requestId: letter.requestId, number, status: next.status };
      return ok({
        value: { id, ...next, number },
        audit: letterAudit(AUDITED[chosen], id, facts),
        tell: () => tellOfLetter(tx, letter, chosen),
      });
    },
  });
}

/** The next version; an approval of one before it counts no longer. */
async function writeVersion(tx: Ctx, letterId: string, number: number, words: Words): Promise<void> {
  await tx.db.letterVersion.updateMany({
    where: { letterId, decision: "approved", replacedAt: null },
    data: { replacedAt: tx.now },
  });
  await tx.db.letterVersion.create({
    data: { letterId, number, ...words, writtenById: tx.actor.userId, writtenAt: tx.now },
    select: { number: true },
  });
}

async function decide(
  tx: Ctx,
  { id, number }: VisibleLetter,
  chosen: "approve" | "return",
  remarks: string,
): Promise<void> {
  await tx.db.letterVersion.update({
    where: { letterId_number: { letterId: id, number } },
    data: {
      decision: chosen === "approve" ? "approved" : "returned",
      ...{ decidedById: tx.actor.userId, decidedAt: tx.now, remarks },
    },
    select: { number: true },
  });
}

async function tellOfLetter(
  tx: Ctx,
  { id, request, latest }: VisibleLetter,
  chosen: LetterMove,
): Promise<void> {
  const params = { letterId: id, summary: toldSummary(request), name: tx.actor.name };
  if (chosen === "submit") {
    const deputy = request.confidential ? null : await findDeputyUserId(tx, request.executiveId);
    const deciders = [request.executive.userId, ...(deputy ? [deputy] : [])];
    await notify(tx, letterNotice("letter_to_approve", deciders, params));
  }
  if (chosen !== "approve" && chosen !== "return") return;
  const told = [...new Set([latest.writtenById, ...(request.assignee ? [request.assignee.userId] : [])])];
  await notify(tx, letterNotice(chosen === "approve" ? "letter_approved" : "letter_returned", told, params));
}
