import "server-only";
import { calendarOf, type LeavePerson } from "@/lib/absences/deciders/queries-people";
import { BOOKED_STATUSES, LIVE_STATUSES } from "@/lib/absences/requests/rules-statuses";
import type { PublicCtx } from "@/lib/context";
import { groupedBy } from "@/lib/groups";
import { type Day, dayOfColumn, dayToDate } from "@/lib/time/day";
import type { Stretch } from "@/lib/time/stretch";
import { STRETCH_COLUMNS, stretchOfColumns } from "@/lib/time/stretch-columns";
import { firstYearBehind, type Ledger } from "./rules";
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

type Asked = {
  /** The balances of this year are asked for, and of years after it. */
  year: number;
  /** Absences to leave out. */
  except?: ReadonlySet<string>;
};

/**
 * The ledgers of some people for some types, in four queries however many they are. A type of which nothing was ever
 * given, neither by the pool nor to the person, has none, unless it is counted in minutes. Leave of years that decide
 * nothing of the year asked for is not read.
 */
export async function loadLedgers(
  ctx: PublicCtx,
  people: readonly LeavePerson[],
  types: readonly CountedType[],
  { year, except }: Asked,
): Promise<Map<string, Ledger>> {
  const assistantId = { in: people.map((person) => person.id) };
  const leaveTypeId = { in: types.map((type) => type.id) };
  const poolId = { in: [...new Set(people.map((person) => person.pool.id))] };
  const entitlements = await ctx.db.leaveEntitlement.findMany({ where: { poolId, leaveTypeId } });
  const allowances = await ctx.db.leaveAllowance.findMany({ where: { assistantId, leaveTypeId } });
  const adjustments = await ctx.db.leaveAdjustment.findMany({ where: { assistantId, leaveTypeId } });
  const ownOf = groupedBy(allowances, keyOf);
  const changesOf = groupedBy(adjustments, keyOf);
  const ofPool = new Map(entitlements.map((row) => [ledgerKey(row.poolId, row.leaveTypeId), row]));
  const ledgers = new Map<string, Ledger>();
  for (const person of people) {
    for (const { id, measure } of types) {
      const key = ledgerKey(person.id, id);
      const entitlement = ofPool.get(ledgerKey(person.pool.id, id)) ?? null;
      const [own, changes] = [ownOf.get(key) ?? [], changesOf.get(key) ?? []];
      if (!entitlement && own.length === 0 && changes.length === 0 && measure === "days") continue;
      ledgers.set(key, {
        roundTo: measure === "days" ? HALF_DAY : 1,
        entitlement,
        allowances: own,
        adjustments: changes.map((row) => ({ on: dayOfColumn(row.effectiveOn), amount: row.amount })),
        booked: [],
        requested: [],
        calendar: person.calendar,
      });
    }
  }
  return withUses(ledgers, await usesBehind(ctx, { ledgers, people, types, year, except }));
}

function withUses(ledgers: ReadonlyMap<string, Ledger>, rows: readonly UsesRow[]): Map<string, Ledger> {
  const uses = groupedBy(rows, keyOf);
  return new Map(
    [...ledgers].map(([key, ledger]) => {
      const taken = uses.get(key) ?? [];
      const booked = taken.filter((row) => row.isBooked).flatMap((row) => row.uses);
      const requested = taken.filter((row) => !row.isBooked).flatMap((row) => row.uses);
      return [key, { ...ledger, booked, requested }];
    }),
  );
}

type Behind = Asked & {
  ledgers: ReadonlyMap<string, Ledger>;
  people: readonly LeavePerson[];
  types: readonly CountedType[];
};

/** The leave that decides the balances of some ledgers. */
async function usesBehind(
  ctx: PublicCtx,
  { ledgers, people, types, year, except }: Behind,
): Promise<UsesRow[]> {
  const has = (person: LeavePerson, type: CountedType) => ledgers.has(ledgerKey(person.id, type.id));
  const counted = people.filter((person) => types.some((type) => has(person, type)));
  const kept = types.filter((type) => counted.some((person) => has(person, type)));
  if (counted.length === 0) return [];
  const years = [...ledgers.values()].map((ledger) => firstYearBehind(ledger, year));
  return listUses(ctx, counted, kept, { year: Math.min(...years), except });
}

function keyOf(row: { assistantId: string; leaveTypeId: string }): string {
  return ledgerKey(row.assistantId, row.leaveTypeId);
}

type UsesRow = { assistantId: string; leaveTypeId: string; isBooked: boolean; uses: Use[] };

/** What the live absences of some people and types take in a year and after it, day by day. */
export async function listUses(
  ctx: PublicCtx,
  people: readonly LeavePerson[],
  types: readonly CountedType[],
  { year, except = NONE }: Asked,
): Promise<UsesRow[]> {
  const byId = new Map(people.map((person) => [person.id, person]));
  const measures = new Map(types.map((type) => [type.id, type.measure]));
  const rows = await ctx.db.absence.findMany({
    where: {
      assistantId: { in: [...byId.keys()] },
      leaveTypeId: { in: [...measures.keys()] },
      status: { in: [...LIVE_STATUSES] },
      endOn: { gte: dayToDate(`${year}-01-01` as Day) },
    },
    select: { id: true, assistantId: true, leaveTypeId: true, status: true, ...STRETCH_COLUMNS },
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
export function touching({ from, to }: { from: Day; to: Day }) {
  return { startOn: { lte: dayToDate(to) }, endOn: { gte: dayToDate(from) } };
}
