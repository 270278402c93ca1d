import "server-only";
import { accountAudit } from "@/lib/accounts/audit";
import { audit } from "@/lib/audit";
import { inTransaction, type SystemCtx } from "@/lib/context";
import { EMPLOYMENTS, hasLeft } from "@/lib/employment";
import { dayToDate } from "@/lib/time/day";
import { daysOnEarth } from "@/lib/time/zone";
import { dropPasswordLinks, endApiTokens, endSessions, lockAccount } from "./service-keys";

/**
 * Ends the sessions, API tokens and password links of those past their last day, who can't sign in any more. The account
 * stays, so that it is theirs again if the last day is moved; then they sign in anew.
 */
export async function closeLeftAccounts(ctx: SystemCtx): Promise<void> {
  const past = { leavesOn: { lt: dayToDate(daysOnEarth(ctx.now).to) } };
  const candidates = await ctx.db.user.findMany({
    where: {
      OR: [{ assistant: past }, { executive: past }],
      AND: [
        {
          OR: [
            { sessions: { some: { revokedAt: null } } },
            { apiTokens: { some: { revokedAt: null } } },
            { oneTimeLinks: { some: { purpose: "password", usedAt: null } } },
          ],
        },
      ],
    },
    select: { id: true },
    orderBy: { id: "asc" },
  });
  for (const { id } of candidates) await closeIfLeft(ctx, id);
}

function closeIfLeft(ctx: SystemCtx, userId: string): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    await lockAccount(tx, userId);
    const user = await tx.db.user.findUnique({ where: { id: userId }, select: EMPLOYMENTS });
    if (!user || !hasLeft(user, tx.now)) return;
    await endSessions(tx, userId);
    await endApiTokens(tx, userId);
    await dropPasswordLinks(tx, userId);
    await audit(tx, accountAudit("account.closed_after_leaving", userId));
  });
}
