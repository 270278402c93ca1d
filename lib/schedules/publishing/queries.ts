import "server-only";
import type { Assistant, Manager } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import { canManagePool } from "@/lib/pools/policy";
import { readRoster } from "@/lib/schedules/week/queries-roster";
import type { Roster } from "@/lib/schedules/week/rules-roster";
import type { IsoWeek } from "@/lib/time/iso-week";
import { dayIn, daysOnEarth } from "@/lib/time/zone";
import { type PublicationChoice, type PublicationPlan, planPublication } from "./rules-preview";
import { type PublicationView, type ReceiptChange, ReceiptChanges } from "./schema";

/** What publishing the drafts of a week, or some of them, would tell whom, and what needs a reason first. */
export async function previewPublication(
  ctx: Ctx<Manager>,
  { poolId, week }: { poolId: string; week: IsoWeek },
  choice: PublicationChoice = {},
): Promise<{ roster: Roster; plan: PublicationPlan }> {
  if (!canManagePool(ctx.actor, poolId)) throw new NotFoundError("pool");
  const roster = await readRoster(ctx, poolId, week);
  return { roster, plan: planPublication(roster, choice, dayIn(roster.pool.timeZone, ctx.now)) };
}

const RECEIPTS = {
  by: { select: { name: true } },
  receipts: { include: { assistant: { select: { user: { select: { name: true } } } } } },
} as const;

/** One publication of a pool led, with who has read it; any other is not found. */
export async function requirePublication(ctx: Ctx<Manager>, id: string): Promise<PublicationView> {
  const row = await ctx.db.schedulePublication.findUnique({ where: { id }, include: RECEIPTS });
  if (!row || !canManagePool(ctx.actor, row.poolId)) throw new NotFoundError("publication");
  return {
    id,
    poolId: row.poolId,
    week: row.week,
    number: row.number,
    at: row.at.toISOString(),
    by: row.by.name,
    reason: row.reason,
    receipts: row.receipts
      .map(({ assistantId, assistant, changes, acknowledgedAt }) => ({
        assistantId,
        name: assistant.user.name,
        changes: ReceiptChanges.parse(changes),
        acknowledgedAt: acknowledgedAt?.toISOString() ?? null,
      }))
      .sort((a, b) => a.name.localeCompare(b.name, ctx.actor.locale)),
  };
}

/** When a week was last published, and who of those it told has read it. */
export type PublicationState = { id: string; at: Date; by: string; told: number; unread: string[] };

/** The state of a week's last publication; null where none of it is published. */
export async function getPublicationState(
  { db }: Ctx<Manager>,
  poolId: string,
  week: IsoWeek,
): Promise<PublicationState | null> {
  const row = await db.schedulePublication.findFirst({
    where: { poolId, week },
    orderBy: { number: "desc" },
    include: RECEIPTS,
  });
  if (!row) return null;
  const unread = row.receipts.filter(({ acknowledgedAt }) => acknowledgedAt === null);
  return {
    id: row.id,
    at: row.at,
    by: row.by.name,
    told: row.receipts.length,
    unread: unread.map(({ assistant }) => assistant.user.name).sort(),
  };
}

/** What a person was told of their shifts and has not acknowledged. */
export type OwnReceipt = { publicationId: string; at: Date; week: string; changes: ReceiptChange[] };

const MOST_RECEIPTS = 10;

/** What is new about one's own shifts: changes to acknowledge, the first day first, and how many colleagues wait for an answer. */
export type OwnScheduleNews = { receipts: OwnReceipt[]; asked: number };

type NewsRow = {
  receipts: { publicationId: string; at: string; week: string; changes: unknown }[];
  asked: number;
};

/** Changes of one's own shifts that are not acknowledged yet and not over, and how many questions about shifts one has not answered. */
export async function getOwnScheduleNews({ db, actor, now }: Ctx<Assistant>): Promise<OwnScheduleNews> {
  const today = daysOnEarth(now).from;
  const own = actor.assistant.id;
  const [row] = await db.$queryRaw<NewsRow[]>`
    SELECT (SELECT coalesce(json_agg(x), '[]') FROM (
        SELECT r.publication_id AS "publicationId", to_char(p.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS at, p.week, r.changes
        FROM publication_receipts r JOIN schedule_publications p ON p.id = r.publication_id
        WHERE r.assistant_id = ${own}::uuid AND r.acknowledged_at IS NULL
        ORDER BY p.at DESC LIMIT ${MOST_RECEIPTS}) AS x) AS receipts,
      (SELECT count(*)::int FROM shift_request_answers q JOIN shift_requests s ON s.id = q.request_id
        WHERE q.assistant_id = ${own}::uuid AND q.answer = 'asked' AND s.status = 'pending_acceptance'
          AND s.expires_at > ${now}) AS asked`;
  const receipts = (row?.receipts ?? []).flatMap(({ changes, at, ...receipt }) => {
    const coming = ReceiptChanges.parse(changes).filter(({ before, after }) =>
      [before?.on, after?.on].some((on) => on !== undefined && on >= today),
    );
    return coming.length > 0 ? [{ ...receipt, at: new Date(at), changes: coming }] : [];
  });
  return { receipts, asked: row?.asked ?? 0 };
}
