import "server-only";
import type { Manager } from "@/lib/actor";
import { type Ctx, inTransaction } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import { canManagePool } from "@/lib/pools/policy";
import { ok, type Result, refuse } from "@/lib/result";
import { TIME_LIMITS } from "@/lib/time-limits";
import { enrolAssistant } from "@/lib/training/enrolments/service";
import { planSession } from "@/lib/training/sessions/service";
import type { AcceptSplitInput } from "./schema";

type AcceptRefusal =
  | Extract<Awaited<ReturnType<typeof planSession>>, { ok: false }>["reason"]
  | "split_outdated";

/**
 * Books a split as it was shown: its sessions, everybody's seat, absence and cover, in one transaction or not at all. Whatever has
 * changed since so that somebody can't go, or an executive would stay open, refuses all of it, and says who.
 */
export function acceptSplit(
  ctx: Ctx<Manager>,
  { courseId, poolId, seats, location, sessions }: AcceptSplitInput,
): Promise<Result<{ sessionIds: string[] }, AcceptRefusal>> {
  if (!canManagePool(ctx.actor, poolId)) throw new NotFoundError("pool");
  return inTransaction(
    ctx,
    async (tx) => {
      const sessionIds: string[] = [];
      for (const { people, ...date } of sessions) {
        const limits = { signUpUntil: null, cancelUntil: null, link: "", trainer: "" };
        const planned = await planSession(tx, {
          ...{ courseId, poolId, capacity: seats, minimum: 1, location, ...limits },
          dates: [date],
        });
        if (!planned.ok) return planned;
        sessionIds.push(planned.value.id);
        for (const { id: assistantId, covers } of people) {
          const seat = { sessionId: planned.value.id, assistantId, covers, acceptedGaps: [] };
          const enrolled = await enrolAssistant(tx, seat);
          if (!enrolled.ok || enrolled.value.status !== "booked") return refusalFor(tx, assistantId);
        }
      }
      return ok({ sessionIds });
    },
    TIME_LIMITS.batch,
  );
}

async function refusalFor(tx: Ctx, assistantId: string) {
  const { user } = await tx.db.assistant.findUniqueOrThrow({
    where: { id: assistantId },
    select: { user: { select: { name: true } } },
  });
  return refuse("split_outdated", { path: "sessions", details: { name: user.name } });
}
