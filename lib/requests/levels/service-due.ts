import "server-only";
import { inTransaction, type SystemCtx } from "@/lib/context";
import { move } from "@/lib/moves/service";
import { notify } from "@/lib/notices/service-notify";
import { managersOf } from "@/lib/pools/queries-managers";
import { ok } from "@/lib/result";
import { requestAudit } from "../audit";
import { requestNotice } from "../notices";
import { REQUEST_MOVES } from "../rules";
import { readCalendars } from "./queries";
import { isRunningAt, type SupportCalendar } from "./rules-clock";
import { indexClocks } from "./service-clocks";
import { endPause } from "./service-pauses";

const AT_A_TIME = 200;

type DueRow = {
  requestId: string;
  kind: "answer" | "resolve";
  isOver: boolean;
  executiveId: string;
  executive: string;
  poolId: string;
  summary: string | null;
  holderUserId: string | null;
};

/**
 * Tells of promises that are due soon (three quarters used) and of those that are overdue, each once, and only while the
 * executive's clock runs: whoever has the request, of the overdue the managers too. Also goes on with what waited until now.
 */
export async function tellDue(ctx: SystemCtx): Promise<{ told: number }> {
  await resumeWaiting(ctx);
  const due = await listDue(ctx);
  const calendars = await readCalendars(
    ctx,
    due.map(({ executiveId }) => executiveId),
  );
  const now = due.filter(({ executiveId }) => runsNow(calendars.get(executiveId), ctx.now));
  if (now.length === 0) return { told: 0 };
  return inTransaction(ctx, async (tx) => {
    let told = 0;
    for (const row of now) if (await tellOnce(tx, row)) told++;
    return { told };
  });
}

function runsNow(calendar: SupportCalendar | undefined, now: Date): boolean {
  return calendar !== undefined && isRunningAt(calendar, now);
}

function listDue({ db, now }: SystemCtx): Promise<DueRow[]> {
  return db.$queryRaw<DueRow[]>`
    SELECT c.request_id AS "requestId", c.kind::text AS kind, c.due_at < ${now} AS "isOver", r.executive_id AS "executiveId",
      u.name AS executive, e.pool_id AS "poolId", CASE WHEN NOT r.confidential THEN r.summary END AS summary, a.user_id AS "holderUserId"
    FROM (
      SELECT request_id, kind, due_at FROM request_clocks
        WHERE stopped_at IS NULL AND told_soon_at IS NULL AND soon_at <= ${now}
      UNION SELECT request_id, kind, due_at FROM request_clocks
        WHERE stopped_at IS NULL AND told_over_at IS NULL AND due_at < ${now}) c
    JOIN support_requests r ON r.id = c.request_id JOIN executives e ON e.id = r.executive_id
    JOIN users u ON u.id = e.user_id LEFT JOIN assistants a ON a.id = r.assignee_id
    WHERE r.status IN ('new', 'assigned', 'in_progress') ORDER BY c.due_at, c.request_id LIMIT ${AT_A_TIME}`;
}

/** Whoever writes first tells; what is overdue is no longer due soon. */
async function tellOnce(tx: SystemCtx, row: DueRow): Promise<boolean> {
  const { requestId, kind, isOver, holderUserId, poolId, executive, summary } = row;
  const written = isOver
    ? await tx.db.$executeRaw`
        UPDATE request_clocks SET told_over_at = ${tx.now}, told_soon_at = coalesce(told_soon_at, ${tx.now})
        WHERE request_id = ${requestId}::uuid AND kind = ${kind}::clock_kind AND told_over_at IS NULL AND stopped_at IS NULL`
    : await tx.db.$executeRaw`
        UPDATE request_clocks SET told_soon_at = ${tx.now}
        WHERE request_id = ${requestId}::uuid AND kind = ${kind}::clock_kind AND told_soon_at IS NULL AND stopped_at IS NULL`;
  if (written === 0) return false;
  const managers = isOver || !holderUserId ? await managersOf(tx, poolId) : [];
  const told = [...(holderUserId ? [holderUserId] : []), ...managers];
  const params = { requestId, executive, summary, promise: kind };
  await notify(tx, requestNotice(isOver ? "request_overdue" : "request_due_soon", told, params));
  return true;
}

/** Goes on with requests that were put aside until a time that has come. */
async function resumeWaiting(ctx: SystemCtx): Promise<void> {
  const rows = await ctx.db.$queryRaw<{ id: string }[]>`
    SELECT request_id AS id FROM request_pauses WHERE to_at IS NULL AND until_at <= ${ctx.now} LIMIT ${AT_A_TIME}`;
  for (const { id } of rows) await inTransaction(ctx, (tx) => resumeByTime(tx, id));
}

async function resumeByTime(tx: SystemCtx, id: string) {
  const read = async () =>
    ok(
      await tx.db.supportRequest.findUniqueOrThrow({
        where: { id },
        select: { status: true, version: true, assigneeId: true },
      }),
    );
  const { value } = await read();
  return move(tx, REQUEST_MOVES, {
    id,
    version: value.version,
    move: "resume",
    read,
    write: async (request, next) => {
      await tx.db.supportRequest.update({
        where: { id },
        data: { ...next, updatedAt: tx.now },
        select: { id: true },
      });
      await endPause(tx, id);
      await indexClocks(tx, [id]);
      const facts = { from: request.status, to: next.status, assigneeId: request.assigneeId };
      return ok({ value: true, audit: requestAudit("support_request.resumed", id, facts) });
    },
  });
}
