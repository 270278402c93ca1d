import "server-only";
import { listAbsences } from "@/lib/absences/requests/queries";
import { ListAbsencesInput } from "@/lib/absences/requests/schema";
import type { Manager } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { listPoolHandovers } from "@/lib/handovers/queries";
import { ListHandoversInput } from "@/lib/handovers/schema";
import { listPools } from "@/lib/pools/queries";
import { addDays, type Day, dayToDate } from "@/lib/time/day";
import { type IsoWeek, isoWeekOf, mondayOf } from "@/lib/time/iso-week";
import { dayIn, daysOnEarth } from "@/lib/time/zone";
import { listUndecidedEnrolments } from "@/lib/training/enrolments/queries";
import { listOpenGaps } from "./queries-gaps";
import { foldedBlocks } from "./rules";
import type { Brief, BriefBlock, BriefInput, BriefLine } from "./schema";

const MOST = 100;

type Week = { week: IsoWeek; from: Day; to: Day };

/** What waits in the manager's pools in a week, each line with the page where it is put right; never why somebody is away. */
export async function getBrief(ctx: Ctx<Manager>, input: BriefInput): Promise<Brief> {
  const pools = await listPools(ctx);
  const today = dayIn(pools[0]?.timeZone ?? "UTC", ctx.now);
  const week = input.week ?? isoWeekOf(today);
  const asked = { week, from: mondayOf(week), to: addDays(mondayOf(week), 6) };
  const [gaps, leave, requests, unread, handovers, reviews, training] = await Promise.all([
    listOpenGaps(ctx, pools, asked),
    listLeave(ctx),
    listRequests(ctx),
    listUnread(ctx, asked),
    listHandovers(ctx, asked),
    listReviews(ctx, asked),
    listSeats(ctx),
  ]);
  const blocks = [
    blockOf("gaps", `/manager/coverage?week=${week}`, gaps),
    blockOf("leave", "/manager/absences", leave),
    blockOf("requests", "/manager/requests", requests),
    blockOf("unread", `/manager/schedule?week=${week}`, unread),
    blockOf("handovers", "/manager/handovers", handovers),
    blockOf("reviews", "/manager/executives", reviews),
    blockOf("training", "/manager/training", training),
  ];
  return { ...asked, blocks: foldedBlocks(blocks) };
}

function blockOf(key: BriefBlock["key"], href: string, lines: readonly BriefLine[]): BriefBlock {
  return { key, href, lines: [...lines], count: lines.length };
}

async function listLeave(ctx: Ctx<Manager>): Promise<BriefLine[]> {
  const { items } = await listAbsences(ctx, ListAbsencesInput.parse({ show: "waiting", limit: MOST }));
  return items
    .filter(({ canDecide }) => canDecide)
    .map(({ id, assistantName: name, from, fromPart, to, toPart, startMinute, endMinute }) => ({
      kind: "leave",
      name,
      range: { from, fromPart, to, toPart, startMinute, endMinute },
      href: `/manager/absences/${id}`,
    }));
}

async function listRequests({ db, actor, now }: Ctx<Manager>): Promise<BriefLine[]> {
  const [row] = await db.$queryRaw<{ unassigned: number; overdue: number }[]>`
    SELECT count(*) FILTER (WHERE r.assignee_id IS NULL)::int AS unassigned,
      count(*) FILTER (WHERE r.status <> 'waiting' AND (r.due_at < ${now} OR r.due_on < ${now}::date OR EXISTS (
        SELECT FROM request_clocks c WHERE c.request_id = r.id AND c.stopped_at IS NULL AND c.due_at < ${now})))::int AS overdue
    FROM support_requests r JOIN executives e ON e.id = r.executive_id
    WHERE e.pool_id = ANY(${[...actor.managedPoolIds]}::uuid[])
      AND r.status IN ('new', 'assigned', 'in_progress', 'waiting')`;
  return (["unassigned", "overdue"] as const).flatMap((what) => {
    const count = row?.[what] ?? 0;
    return count > 0 ? [{ kind: "requests", what, count, href: `/manager/requests?show=${what}` }] : [];
  });
}

type UnreadRow = { poolId: string; pool: string; week: string; unread: number; told: number };

/** Weeks of shifts that were published and that some have not read, this week's first; what is over is not asked for any more. */
async function listUnread({ db, actor }: Ctx<Manager>, { week }: Week): Promise<BriefLine[]> {
  const rows = await db.$queryRaw<UnreadRow[]>`
    SELECT p.pool_id AS "poolId", o.name AS pool, p.week, count(DISTINCT r.assistant_id)::int AS told,
      count(DISTINCT r.assistant_id) FILTER (WHERE r.acknowledged_at IS NULL)::int AS unread
    FROM schedule_publications p JOIN publication_receipts r ON r.publication_id = p.id JOIN pools o ON o.id = p.pool_id
    WHERE p.pool_id = ANY(${[...actor.managedPoolIds]}::uuid[]) AND p.week >= ${week}
    GROUP BY p.pool_id, o.name, p.week HAVING bool_or(r.acknowledged_at IS NULL) ORDER BY p.week, p.pool_id LIMIT ${MOST}`;
  return rows.map(({ poolId, ...row }) => ({
    kind: "unread",
    ...row,
    href: `/manager/schedule?week=${row.week}&pool=${poolId}`,
  }));
}

async function listHandovers(ctx: Ctx<Manager>, { to }: Week): Promise<BriefLine[]> {
  const { items } = await listPoolHandovers(ctx, ListHandoversInput.parse({ limit: MOST }));
  return items.flatMap(({ id, executiveName, coverName, concerns, from, fromPart, ...row }) => {
    const [concern] = concerns;
    if (!concern || from > to) return [];
    const range = { from, fromPart, to: row.to, toPart: row.toPart };
    return [
      {
        kind: "handovers" as const,
        ...{ executive: executiveName, cover: coverName, concern, range },
        href: `/manager/handovers/${id}`,
      },
    ];
  });
}

/** Who is not to work for whom and is to be looked at again by the end of the week: the executive and the day, never the reason. */
async function listReviews({ db, actor, now }: Ctx<Manager>, { to }: Week): Promise<BriefLine[]> {
  const rows = await db.$queryRaw<{ executiveId: string; executive: string; on: string }[]>`
    SELECT e.id AS "executiveId", u.name AS executive, to_char(min(r.review_on), 'YYYY-MM-DD') AS "on"
    FROM pairing_restrictions r JOIN executives e ON e.id = r.executive_id JOIN users u ON u.id = e.user_id
    WHERE e.pool_id = ANY(${[...actor.managedPoolIds]}::uuid[]) AND r.status IN ('active', 'under_review')
      AND r.review_on <= ${dayToDate(to)}::date
      AND (r.expires_on IS NULL OR r.expires_on >= ${daysOnEarth(now).from}::date)
    GROUP BY e.id, u.name ORDER BY 3, u.name LIMIT ${MOST}`;
  return rows.map(({ executiveId, ...row }) => ({
    kind: "reviews",
    ...row,
    href: `/manager/executives/${executiveId}`,
  }));
}

async function listSeats(ctx: Ctx<Manager>): Promise<BriefLine[]> {
  const rows = await listUndecidedEnrolments(ctx);
  return rows.map(({ assistantName: name, course }) => ({
    kind: "training",
    name,
    course,
    href: "/manager/training",
  }));
}
