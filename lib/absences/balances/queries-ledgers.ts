import "server-only";
import { calendarOf, type LeavePerson } from "@/lib/absences/deciders/queries-people";
import { BOOKED_STATUSES, LIVE_STATUSES } from "@/lib/absences/requests/rules-statuses";
import type { Ctx } from "@/lib/context";
import { groupedBy } from "@/lib/groups";
import { dayOfColumn, dayToDate } from "@/lib/time/day";
import type { Stretch } from "@/lib/time/stretch";
import { stretchOfColumns } from "@/lib/time/stretch-columns";
import type { Ledger } from "./rules";
import { type Measure, type Use, usesOf } from "./rules-usage";

const HALF_DAY = 50;
const NONE: ReadonlySet<string> = new Set();

/** What a ledger needs to know of a type. */
export type CountedType = { id: string; measure: Measure };

/** What a person's ledger of one type is kept under. */
export function ledgerKey(assistantId: string, leaveTypeId: string): string {
  return `${assistantId} ${leaveTypeId}`;
}

/** What leave takes of a person's time. */
export function usesOfPerson(person: LeavePerson, stretch: Stretch, measure: Measure): Use[] {
  return usesOf(stretch, calendarOf(person, stretch.from, stretch.to), measure);
}

/**
 * The ledgers of some people for some types, in four queries however many they are. A type of which nothing was ever
 * given, neither by the pool nor to the person, has none, unless it is counted in minutes. `except` leaves absences out.
 */
export async function loadLedgers(
  ctx: Ctx,
  people: readonly LeavePerson[],
  types: readonly CountedType[],
  except: ReadonlySet<string> = NONE,
): Promise<Map<string, Ledger>> {
  const assistantId = { in: people.map((person) => person.id) };
  const leaveTypeId = { in: types.map((type) => type.id) };
  const poolId = { in: [...new Set(people.map((person) => person.pool.id))] };
  const entitlements = await ctx.db.leaveEntitlement.findMany({ where: { poolId, leaveTypeId } });
  const allowances = await ctx.db.leaveAllowance.findMany({ where: { assistantId, leaveTypeId } });
  const adjustments = await ctx.db.leaveAdjustment.findMany({ where: { assistantId, leaveTypeId } });
  const uses = groupedBy(await listUses(ctx, people, types, except), keyOf);
  const ownOf = groupedBy(allowances, keyOf);
  const changesOf = groupedBy(adjustments, keyOf);
  const ofPool = new Map(entitlements.map((row) => [ledgerKey(row.poolId, row.leaveTypeId), row]));
  const ledgers = new Map<string, Ledger>();
  for (const person of people) {
    for (const { id, measure } of types) {
      const key = ledgerKey(person.id, id);
      const entitlement = ofPool.get(ledgerKey(person.pool.id, id)) ?? null;
      const [own, changes, taken] = [ownOf.get(key) ?? [], changesOf.get(key) ?? [], uses.get(key) ?? []];
      if (!entitlement && own.length === 0 && changes.length === 0 && measure === "days") continue;
      ledgers.set(key, {
        roundTo: measure === "days" ? HALF_DAY : 1,
        entitlement,
        allowances: own,
        adjustments: changes.map((row) => ({ on: dayOfColumn(row.effectiveOn), amount: row.amount })),
        booked: taken.filter((row) => row.isBooked).flatMap((row) => row.uses),
        requested: taken.filter((row) => !row.isBooked).flatMap((row) => row.uses),
        calendar: person.calendar,
      });
    }
  }
  return ledgers;
}

function keyOf(row: { assistantId: string; leaveTypeId: string }): string {
  return ledgerKey(row.assistantId, row.leaveTypeId);
}

type UsesRow = { assistantId: string; leaveTypeId: string; isBooked: boolean; uses: Use[] };

/** What the live absences of some people and types take, day by day. */
export async function listUses(
  ctx: Ctx,
  people: readonly LeavePerson[],
  types: readonly CountedType[],
  except: ReadonlySet<string> = NONE,
): Promise<UsesRow[]> {
  const byId = new Map(people.map((person) => [person.id, person]));
  const measures = new Map(types.map((type) => [type.id, type.measure]));
  const rows = await ctx.db.absence.findMany({
    where: {
      assistantId: { in: [...byId.keys()] },
      leaveTypeId: { in: [...measures.keys()] },
      status: { in: [...LIVE_STATUSES] },
    },
  });
  return rows.flatMap((row) => {
    const person = byId.get(row.assistantId);
    if (!person || except.has(row.id)) return [];
    const isBooked = BOOKED_STATUSES.some((status) => status === row.status);
    const measure = measures.get(row.leaveTypeId) ?? "days";
    const { assistantId, leaveTypeId } = row;
    return [
      { assistantId, leaveTypeId, isBooked, uses: usesOfPerson(person, stretchOfColumns(row), measure) },
    ];
  });
}

/** The live absences of people that touch a stretch, to the half-day. */
export function touching({ from, to }: Stretch) {
  return { startOn: { lte: dayToDate(to) }, endOn: { gte: dayToDate(from) } };
}
