import "server-only";
import { inTransaction, type SystemCtx } from "@/lib/context";
import { tellCandidate } from "@/lib/hiring/applications/service-apply";
import { hiringNotice } from "@/lib/hiring/notices";
import { notify } from "@/lib/notices/service-notify";

const AHEAD_MS = 24 * 3_600_000;
const AT_ONCE = 200;

/** Reminds candidate and panel of interviews within a day, once for each time. */
export function remindOfInterviews(ctx: SystemCtx): Promise<{ count: number }> {
  return inTransaction(ctx, async (tx) => {
    const rows = await tx.db.interview.findMany({
      where: {
        status: "booked",
        remindedAt: null,
        startsAt: { gt: tx.now, lte: new Date(tx.now.getTime() + AHEAD_MS) },
      },
      select: { id: true, applicationId: true, startsAt: true, people: { select: { userId: true } } },
      orderBy: { startsAt: "asc" },
      take: AT_ONCE,
    });
    for (const { id, applicationId, startsAt, people } of rows) {
      const { count } = await tx.db.interview.updateMany({
        where: { id, remindedAt: null },
        data: { remindedAt: tx.now },
      });
      if (count === 0 || !startsAt) continue;
      const told = people.map(({ userId }) => userId);
      const at = startsAt.toISOString();
      await notify(tx, hiringNotice("interview_reminder", told, { interviewId: id, at }));
      await tellCandidate(tx, applicationId, "interview_reminder");
    }
    return { count: rows.length };
  });
}
