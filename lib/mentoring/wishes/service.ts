import "server-only";
import type { Assistant } from "@/lib/actor";
import { audit } from "@/lib/audit";
import { type Ctx, inTransaction } from "@/lib/context";
import { mentoringAudit } from "@/lib/mentoring/audit";
import { mentoringNotice } from "@/lib/mentoring/notices";
import { notify } from "@/lib/notices/service-notify";
import { firstUnknownDuty } from "@/lib/pools/queries-duties";
import { managersOf } from "@/lib/pools/queries-managers";
import { ok, type Result, refuse } from "@/lib/result";
import type { AskForMentorInput } from "./schema";

/** Asks the managers for a mentor, once: a second press changes the duty and tells nobody again. False takes it back. */
export function askForMentor(
  ctx: Ctx<Assistant>,
  { dutyId, isAsked }: AskForMentorInput,
): Promise<Result<{ isAsked: boolean }, "unknown_duty">> {
  return inTransaction(ctx, async (tx) => {
    const { id: assistantId, poolId } = tx.actor.assistant;
    const unknown = dutyId === null ? null : await firstUnknownDuty(tx, [dutyId]);
    if (unknown !== null) return refuse("unknown_duty", { path: "dutyId", details: { duty: unknown } });
    const { count } = await tx.db.mentorWish.deleteMany({ where: { assistantId } });
    if (isAsked) await tx.db.mentorWish.create({ data: { assistantId, dutyId, askedAt: tx.now } });
    if (isAsked === count > 0) return ok({ isAsked });
    await audit(
      tx,
      mentoringAudit(isAsked ? "mentor_wish.asked" : "mentor_wish.withdrawn", assistantId, { assistantId }),
    );
    const params = { assistantId, name: tx.actor.name };
    if (isAsked) await notify(tx, mentoringNotice("mentor_asked", await managersOf(tx, poolId), params));
    return ok({ isAsked });
  });
}
