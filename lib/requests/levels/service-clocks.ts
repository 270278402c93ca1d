import "server-only";
import type { Ctx, SystemCtx } from "@/lib/context";
import { CLOCK_FACTS, type FactsRow, factsOfRow, readCalendars, readServiceLevels } from "./queries";
import { levelOf } from "./rules";
import { dueAtOf, type SupportCalendar, soonMinutes } from "./rules-clock";
import { clockFactsOf } from "./rules-view";

type Tx = Ctx | SystemCtx;
const KINDS = ["answer", "resolve"] as const;

/** Promises a request what its pool's most particular level says, as it stands now; without a level it promises nothing. */
export async function promise(tx: Tx, requestId: string): Promise<void> {
  const { executive, ...request } = await tx.db.supportRequest.findUniqueOrThrow({
    where: { id: requestId },
    select: { typeId: true, priority: true, executive: { select: { tier: true, poolId: true } } },
  });
  const level = levelOf(await readServiceLevels(tx, executive.poolId), { ...request, tier: executive.tier });
  const targets = { answer: level?.answerMinutes ?? null, resolve: level?.resolveMinutes ?? null };
  for (const kind of KINDS) {
    const targetMinutes = targets[kind];
    if (targetMinutes === null) await tx.db.requestClock.deleteMany({ where: { requestId, kind } });
    else
      await tx.db.requestClock.upsert({
        where: { requestId_kind: { requestId, kind } },
        create: { requestId, kind, targetMinutes },
        update: { targetMinutes },
        select: { kind: true },
      });
  }
  if (level) await indexClocks(tx, [requestId]);
}

type IndexRow = { id: string; kind: string; soonAt: Date | null; dueAt: Date | null; stoppedAt: Date | null };

/** Writes when the promises of some requests are due, counted anew; what lies ahead again may be told again. */
export async function indexClocks(tx: Tx, ids: readonly string[]): Promise<number> {
  const rows = await tx.db.$queryRaw<FactsRow[]>`
    SELECT r.id, r.executive_id AS "executiveId", r.status::text, r.created_at AS "createdAt", ${CLOCK_FACTS}
    FROM support_requests r WHERE r.id = ANY(${[...ids]}::uuid[])
      AND EXISTS (SELECT FROM request_clocks c WHERE c.request_id = r.id)`;
  if (rows.length === 0) return 0;
  const calendars = await readCalendars(
    tx,
    rows.map(({ executiveId }) => executiveId),
  );
  const index = rows.flatMap((row) => indexRowsOf(row, calendars.get(row.executiveId), tx.now));
  return writeIndex(tx, index);
}

function indexRowsOf(row: FactsRow, calendar: SupportCalendar | undefined, now: Date): IndexRow[] {
  const request = factsOfRow(row);
  return KINDS.flatMap((kind) => {
    if (request.targets[kind] === null) return [];
    const facts = clockFactsOf(request, kind);
    if (!facts || !calendar) return [{ id: row.id, kind, soonAt: null, dueAt: null, stoppedAt: now }];
    const isPaused = facts.pauses.some(({ to }) => to === null);
    const isStanding = isPaused || facts.stoppedAt !== null;
    const at = (minutes: number) => (isStanding ? null : dueAtOf(calendar, facts, minutes));
    const target = facts.targetMinutes;
    return [
      { id: row.id, kind, soonAt: at(soonMinutes(target)), dueAt: at(target), stoppedAt: facts.stoppedAt },
    ];
  });
}

function writeIndex({ db, now }: Tx, index: readonly IndexRow[]): Promise<number> {
  return db.$executeRaw`
    UPDATE request_clocks c SET soon_at = n.soon_at, due_at = n.due_at, stopped_at = n.stopped_at,
      told_soon_at = CASE WHEN n.soon_at > ${now} THEN NULL ELSE c.told_soon_at END,
      told_over_at = CASE WHEN n.due_at > ${now} THEN NULL ELSE c.told_over_at END
    FROM unnest(${index.map(({ id }) => id)}::uuid[], ${index.map(({ kind }) => kind)}::clock_kind[],
      ${index.map(({ soonAt }) => soonAt)}::timestamptz[], ${index.map(({ dueAt }) => dueAt)}::timestamptz[],
      ${index.map(({ stoppedAt }) => stoppedAt)}::timestamptz[]) AS n (id, kind, soon_at, due_at, stopped_at)
    WHERE c.request_id = n.id AND c.kind = n.kind
      AND (c.soon_at, c.due_at, c.stopped_at) IS DISTINCT FROM (n.soon_at, n.due_at, n.stopped_at)`;
}

const AT_A_TIME = 1_000;

/** Counts the promises that run anew, because hours and days off may have changed. */
export async function recountClocks(ctx: SystemCtx): Promise<{ changed: number }> {
  const open = await ctx.db.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT c.request_id AS id FROM request_clocks c JOIN support_requests r ON r.id = c.request_id
    WHERE c.stopped_at IS NULL AND r.status IN ('new', 'assigned', 'in_progress', 'waiting') ORDER BY 1`;
  let changed = 0;
  for (let i = 0; i < open.length; i += AT_A_TIME)
    changed += await indexClocks(
      ctx,
      open.slice(i, i + AT_A_TIME).map(({ id }) => id),
    );
  return { changed };
}
