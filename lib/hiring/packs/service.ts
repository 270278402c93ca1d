import "server-only";
import type { Executive, Manager } from "@/lib/actor";
import { audit } from "@/lib/audit";
import { type Ctx, inTransaction } from "@/lib/context";
import { isRefusedBy, NotFoundError } from "@/lib/errors";
import { readApplication } from "@/lib/hiring/applications/queries";
import { isStage } from "@/lib/hiring/applications/rules";
import { hiringAudit } from "@/lib/hiring/audit";
import { hiringNotice } from "@/lib/hiring/notices";
import { notify } from "@/lib/notices/service-notify";
import { ok, type Result, refuse } from "@/lib/result";
import { isPackOpen, readOwnPack } from "./queries";
import type { AnswerPackInput, SendPackInput } from "./schema";

/** Asks an executive of the pool to read a candidate and say whether to meet them; refuses asking twice, and about whoever is no longer in it. */
export async function sendPack(
  ctx: Ctx<Manager>,
  { applicationId, executiveId, questions, hidesName }: SendPackInput,
): Promise<Result<{ id: string }, "not_possible_now" | "pack_sent_already">> {
  try {
    return await inTransaction(ctx, async (tx) => {
      const { status, requisition } = await readApplication(tx, applicationId);
      const { poolId } = requisition;
      const executive = await tx.db.executive.findUnique({
        where: { id: executiveId },
        select: { poolId: true, userId: true },
      });
      if (executive?.poolId !== poolId) throw new NotFoundError("executive");
      if (!isStage(status)) return refuse("not_possible_now", { details: { status } });
      const { id } = await tx.db.screeningPack.create({
        data: {
          ...{ applicationId, executiveId, questions, showsName: !hidesName, stage: status },
          ...{ sentById: tx.actor.userId, sentAt: tx.now },
        },
        select: { id: true },
      });
      await audit(tx, hiringAudit("screening_pack.sent", id, { poolId, executiveId }));
      await notify(tx, hiringNotice("pack_sent", [executive.userId], { packId: id }));
      return ok({ id });
    });
  } catch (error) {
    if (isRefusedBy(error, "screening_packs_application_id_executive_id_key"))
      return refuse("pack_sent_already");
    throw error;
  }
}

/** An executive's answer about a candidate, changed as often as they like until the stage moves; refused after that. */
export function answerPack(
  ctx: Ctx<Executive>,
  { id, answer, words }: AnswerPackInput,
): Promise<Result<{ id: string }, "pack_over" | "words_too_many">> {
  return inTransaction(ctx, async (tx) => {
    const row = await readOwnPack(tx, id);
    if (!isPackOpen(row)) return refuse("pack_over");
    if (words.split(/\s+/).filter((word) => word !== "").length > MOST_WORDS)
      return refuse("words_too_many", { path: "words", details: { most: MOST_WORDS } });
    await tx.db.screeningPack.update({
      where: { id },
      data: { answer, words, answeredAt: tx.now },
      select: { id: true },
    });
    const { poolId } = row.application.requisition;
    await audit(tx, hiringAudit("screening_pack.answered", id, { poolId, executiveId: row.executiveId }));
    const name = row.executive.user.name;
    await notify(tx, hiringNotice("pack_answered", [row.sentById], { packId: id, name }));
    return ok({ id });
  });
}

const MOST_WORDS = 300;
