import "server-only";
import {
  ledgerKey,
  listUses,
  loadLedgers,
  touching,
  usesOfPerson,
} from "@/lib/absences/balances/queries-ledgers";
import { type Withdrawal, withdrawalsOf, yearOf } from "@/lib/absences/balances/rules";
import type { Use } from "@/lib/absences/balances/rules-usage";
import { calendarOf, type LeavePerson } from "@/lib/absences/deciders/queries-people";
import type { LeaveTypeView } from "@/lib/absences/settings/schema-leave";
import { hasWorkingTime } from "@/lib/availability/rules";
import type { Ctx, PublicCtx } from "@/lib/context";
import type { NamedGap } from "@/lib/covers/rules";
import { type Refusal, refuse } from "@/lib/result";
import { addDays, type Day, dayOfColumn } from "@/lib/time/day";
import { mostAtOnce, type Stretch } from "@/lib/time/stretch";
import { stretchOfColumns } from "@/lib/time/stretch-columns";
import { dayIn } from "@/lib/time/zone";
import { writtenAmount } from "./rules";
import { BOOKED_STATUSES } from "./rules-statuses";
import { refusalOfUnit } from "./rules-stretch";

/** Leave that is to be entered or approved. An absence that is there already doesn't count against itself. */
export type LeaveDraft = { person: LeavePerson; type: LeaveTypeView; stretch: Stretch; exceptId?: string };

/** Time an assistant is to be away and is not yet, maybe instead of an absence whose gaps were decided on or not. */
export type TimeAway = {
  assistantId: string;
  stretch: Stretch;
  /** What is reported is so, whatever it opens: what comes after it is looked at beside it. */
  isReported?: boolean;
  instead?: { id: string; isDecided: boolean } | undefined;
};

/**
 * The half-days of executives that an absence would leave open. Coverage comes after absences, so that those who call a verb
 * that may approve hand this in.
 */
export type GapsOpened = (ctx: Ctx, away: TimeAway) => Promise<NamedGap[]>;

/** The same for many absences at once, each beside those before it that open nothing. */
export type GapsOpenedInTurn = (ctx: Ctx, away: readonly TimeAway[]) => Promise<NamedGap[][]>;

/** Refuses to approve what one person or two are to decide on with its gaps before them: it comes in as requested. */
export async function refusalOfDecision(
  ctx: Ctx,
  { person, stretch }: LeaveDraft,
  gapsOpened: GapsOpened,
): Promise<Refusal<"gaps_not_accepted" | "second_decision_due"> | null> {
  if (person.stages === 2) return refuse("second_decision_due", { path: "status" });
  const gaps = await gapsOpened(ctx, { assistantId: person.id, stretch });
  if (gaps.length === 0) return null;
  return refuse("gaps_not_accepted", { path: "status", details: { count: gaps.length, gaps } });
}

export type LeaveRefusal =
  | "whole_days_only"
  | "half_days_only"
  | "before_hired"
  | "after_leaving"
  | "leave_type_retired"
  | "no_working_time"
  | "reported_too_far_ahead"
  | "reported_too_late"
  | "too_short_notice"
  | "blackout"
  | "allowance_exhausted"
  | "yearly_limit_reached"
  | "group_away";

/** Refuses what a type and an employment don't allow, whoever enters it. */
export function refusalOfTerms({ person, type, stretch }: LeaveDraft): Refusal<LeaveRefusal> | null {
  const { hiredOn, leavesOn } = person.calendar;
  if (hiredOn && stretch.from < hiredOn)
    return refuse("before_hired", { path: "from", details: { on: hiredOn } });
  if (leavesOn && stretch.to > leavesOn)
    return refuse("after_leaving", { path: "to", details: { on: leavesOn } });
  return refusalOfUnit(type.unit, stretch);
}

/** Refuses days and hours of which none is worked: a weekend, a day off, after hours. */
export function refusalOfNoWork({ person, stretch }: LeaveDraft): Refusal<LeaveRefusal> | null {
  const calendar = calendarOf(person, stretch.from, stretch.to);
  return hasWorkingTime(calendar, stretch) ? null : refuse("no_working_time", { path: "from" });
}

/** Refuses what people report of themselves longer ago or further ahead than their pool lets them. */
export function refusalOfReporting(
  ctx: PublicCtx,
  { person, stretch }: LeaveDraft,
  edge: "from" | "both" = "both",
): Refusal<"reported_too_late" | "reported_too_far_ahead"> | null {
  const today = dayIn(person.pool.timeZone, ctx.now);
  const { daysBack, daysAhead } = person.reporting;
  const first = addDays(today, -daysBack);
  const last = addDays(today, daysAhead);
  if (stretch.from < first) return refuse("reported_too_late", { path: "from", details: { on: first } });
  if (edge === "both" && stretch.to > last)
    return refuse("reported_too_far_ahead", { path: "to", details: { on: last } });
  return null;
}

/** Refuses leave asked for later than its type's notice. */
export function refusalOfNotice(
  ctx: PublicCtx,
  { person, type, stretch }: LeaveDraft,
): Refusal<LeaveRefusal> | null {
  const earliest = addDays(dayIn(person.pool.timeZone, ctx.now), type.noticeDays);
  if (type.noticeDays === 0 || stretch.from >= earliest) return null;
  return refuse("too_short_notice", { path: "from", details: { days: type.noticeDays, on: earliest } });
}

/** The blackouts of a pool that some days touch. */
export async function blackoutsIn(ctx: PublicCtx, poolId: string, days: { from: Day; to: Day }) {
  const { startOn, endOn } = touching(days);
  const rows = await ctx.db.blackoutPeriod.findMany({
    where: { poolId, fromOn: startOn, toOn: endOn },
    orderBy: [{ fromOn: "asc" }, { id: "asc" }],
  });
  return rows.map(({ id, name, kind, fromOn, toOn }) => ({
    id,
    name,
    kind,
    from: dayOfColumn(fromOn),
    to: dayOfColumn(toOn),
  }));
}

/** Refuses leave on days on which nobody of the pool may be away. */
export async function refusalOfBlackout(
  ctx: PublicCtx,
  { person, stretch }: LeaveDraft,
): Promise<Refusal<LeaveRefusal> | null> {
  const hard = (await blackoutsIn(ctx, person.pool.id, stretch)).find((one) => one.kind === "hard");
  return hard ? refusalOfDays(hard) : null;
}

/** Refuses leave because of the blackout days it touches. */
export function refusalOfDays(hard: { name: string; from: Day; to: Day }): Refusal<LeaveRefusal> {
  const { name, from, to } = hard;
  return refuse("blackout", { path: "from", details: { name, from, fromPart: "am", to, toPart: "pm" } });
}

/** What leave does to the balance of its type; null where none is kept. */
export async function withdrawalsFor(ctx: PublicCtx, draft: LeaveDraft): Promise<Withdrawal[] | null> {
  const { person, type, stretch, exceptId } = draft;
  if (!type.countsAgainstAllowance) return null;
  const asked = { year: yearOf(stretch.from), except: idsOf(exceptId) };
  const ledger = (await loadLedgers(ctx, [person], [type], asked)).get(ledgerKey(person.id, type.id));
  return ledger ? withdrawalsOf(ledger, usesOfPerson(person, stretch, type.measure)) : null;
}

function idsOf(id: string | undefined): ReadonlySet<string> {
  return new Set(id === undefined ? [] : [id]);
}

/** Refuses more leave than there is on the balance, unless the type may go below zero. */
export async function refusalOfAllowance(
  ctx: PublicCtx,
  draft: LeaveDraft,
): Promise<Refusal<LeaveRefusal> | null> {
  const { type } = draft;
  return type.canGoNegative ? null : refusalOfWithdrawals(type, (await withdrawalsFor(ctx, draft)) ?? []);
}

/** Refuses what would leave a balance of a type below zero. */
export function refusalOfWithdrawals(
  { measure }: LeaveTypeView,
  withdrawals: readonly Withdrawal[],
): Refusal<LeaveRefusal> | null {
  const short = withdrawals.find((one) => one.after < 0);
  if (!short) return null;
  const amount = (kept: number) => writtenAmount(kept, measure);
  return refuse("allowance_exhausted", {
    path: "to",
    details: {
      year: short.year,
      asked: amount(short.amount),
      left: amount(Math.max(0, short.before)),
      measure,
    },
  });
}

/** Refuses more of a type than a person may take of it in a year. */
export async function refusalOfLimit(
  ctx: PublicCtx,
  draft: LeaveDraft,
): Promise<Refusal<LeaveRefusal> | null> {
  const { person, type, stretch, exceptId } = draft;
  if (type.yearlyLimit === null) return null;
  const asked = { year: yearOf(stretch.from), except: idsOf(exceptId) };
  const before = await listUses(ctx, [person], [type], asked);
  return refusalOfYears(
    draft,
    before.flatMap((row) => row.uses),
  );
}

/** Refuses more of a type in a year than it allows, beside what is taken before. */
export function refusalOfYears(
  { person, type, stretch }: LeaveDraft,
  before: readonly Use[],
): Refusal<LeaveRefusal> | null {
  const { yearlyLimit: limit, measure } = type;
  if (limit === null) return null;
  const wanted = usesOfPerson(person, stretch, measure);
  for (const year of new Set(wanted.map((use) => yearOf(use.on)))) {
    const taken = [...before, ...wanted].filter((use) => yearOf(use.on) === year);
    const used = writtenAmount(
      taken.reduce((sum, use) => sum + use.amount, 0),
      measure,
    );
    if (used > limit)
      return refuse("yearly_limit_reached", { path: "to", details: { year, limit, measure } });
  }
  return null;
}

/** The groups of which more would be away than may. Those who read for writing lock the groups first. */
export async function crowdedGroups(ctx: PublicCtx, draft: LeaveDraft, isLocked = false): Promise<string[]> {
  const { person, stretch, exceptId } = draft;
  if (isLocked)
    await ctx.db.$queryRaw`
      SELECT g.id FROM apart_groups g JOIN apart_group_members m ON m.group_id = g.id
      WHERE m.assistant_id = ${person.id}::uuid ORDER BY g.id FOR NO KEY UPDATE OF g`;
  const groups = await ctx.db.apartGroup.findMany({
    where: { members: { some: { assistantId: person.id } } },
    select: {
      name: true,
      mostAway: true,
      members: {
        where: { assistantId: { not: person.id } },
        select: {
          assistant: {
            select: {
              absences: {
                where: {
                  status: { in: [...BOOKED_STATUSES] },
                  ...touching(stretch),
                  ...(exceptId && { id: { not: exceptId } }),
                },
              },
            },
          },
        },
      },
    },
    orderBy: { name: "asc" },
  });
  return groups.flatMap(({ name, mostAway, members }) => {
    const away = members.flatMap((member) => member.assistant.absences).map(stretchOfColumns);
    return mostAtOnce(away, stretch) + 1 > mostAway ? [name] : [];
  });
}

/** Refuses leave by which more of a group would be away than may. */
export async function refusalOfGroup(
  tx: PublicCtx,
  draft: LeaveDraft,
): Promise<Refusal<LeaveRefusal> | null> {
  const [group] = await crowdedGroups(tx, draft, true);
  return group === undefined ? null : refuse("group_away", { path: "from", details: { group } });
}
