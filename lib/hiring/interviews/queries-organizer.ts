import "server-only";
import type { Person } from "@/lib/actor";
import type { Ctx, PublicCtx } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import type { InterviewRow } from "./queries";

/**
 * The context in which hours and cover of a panel are booked for a candidate, who has no account: that of whoever offered the interview,
 * or, where they no longer lead the pool, of another manager of it.
 */
export async function asOrganizer<C extends PublicCtx>(
  ctx: C,
  { createdById, application }: Pick<InterviewRow, "createdById" | "application">,
): Promise<Omit<C, "actor"> & Ctx<Person>> {
  const { poolId } = application.requisition;
  const managers = await ctx.db.poolManager.findMany({
    where: { poolId },
    select: { userId: true, user: { select: { name: true, email: true } } },
    orderBy: { userId: "asc" },
  });
  const chosen = managers.find(({ userId }) => userId === createdById) ?? managers[0];
  if (!chosen) throw new NotFoundError("manager");
  const actor: Person = {
    ...{ userId: chosen.userId, ...chosen.user, locale: "en", managedPoolIds: [poolId] },
    ...{ isAdministrator: false, assistant: null, executive: null, session: null },
    ...{ hasFactor: false, mustHaveFactor: false },
  };
  return { ...ctx, actor };
}
