import "server-only";
import { type LeavePerson, listLeavePeople } from "@/lib/absences/deciders/queries-people";
import { writtenAmount } from "@/lib/absences/requests/rules";
import { isWaiting } from "@/lib/absences/requests/rules-statuses";
import type { AbsenceView } from "@/lib/absences/requests/schema";
import type { LeaveTypeView } from "@/lib/absences/settings/schema-leave";
import type { Manager } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { day } from "@/lib/time/day";
import type { Stretch } from "@/lib/time/stretch";
import { type CountedType, ledgerKey, loadLedgers, usesOfPerson } from "./queries-ledgers";
import { balanceOn, type Ledger, withdrawalsOf, yearOf } from "./rules";
import type { Measure, Use } from "./rules-usage";

/** What a decision would make of a balance. */
export type BalanceChange = { measure: Measure; before: number; after: number };

/** The working days an absence takes, and what becomes of its balance where it waits for a decision and counts. */
export type LeaveAmount = { days: number; change: BalanceChange | null };

/** How much each absence of a list takes, in the same number of statements however many they are. */
export async function listLeaveAmounts(
  ctx: Ctx<Manager>,
  absences: readonly AbsenceView[],
  leaveTypes: readonly LeaveTypeView[],
): Promise<Map<string, LeaveAmount>> {
  const waiting = absences.filter(({ status }) => isWaiting(status));
  const types = leaveTypes.filter(
    ({ id, countsAgainstAllowance }) => countsAgainstAllowance && waiting.some(({ type }) => type === id),
  );
  const ids = [...new Set(absences.map(({ assistantId }) => assistantId))];
  const people = new Map((await listLeavePeople(ctx, ids)).map((person) => [person.id, person]));
  const counted = new Set(waiting.map(({ assistantId }) => assistantId));
  const asking = [...people.values()].filter(({ id }) => counted.has(id));
  const year = Math.min(...waiting.map(({ from }) => yearOf(day(from))));
  const ledgers =
    types.length > 0 ? await loadLedgers(ctx, asking, types, { year }) : new Map<string, Ledger>();
  return new Map(
    absences.flatMap((absence) => {
      const person = people.get(absence.assistantId);
      if (!person) return [];
      const type = types.find(({ id }) => id === absence.type);
      const ledger = ledgers.get(ledgerKey(absence.assistantId, absence.type));
      const change =
        type && ledger && waiting.includes(absence) ? changeBy(absence, person, type, ledger) : null;
      return [[absence.id, { days: daysOf(absence, person), change }]];
    }),
  );
}

function stretchOf(absence: AbsenceView): Stretch {
  return { ...absence, from: day(absence.from), to: day(absence.to) };
}

function daysOf(absence: AbsenceView, person: LeavePerson): number {
  const uses = usesOfPerson(person, stretchOf(absence), "days");
  return writtenAmount(
    uses.reduce((sum, { amount }) => sum + amount, 0),
    "days",
  );
}

function changeBy(
  absence: AbsenceView,
  person: LeavePerson,
  { measure }: CountedType,
  ledger: Ledger,
): BalanceChange | null {
  const uses = usesOfPerson(person, stretchOf(absence), measure);
  const change =
    absence.status === "cancellation_requested" ? returned(ledger, uses) : withdrawn(ledger, uses);
  if (!change) return null;
  const { before, after } = change;
  return { measure, before: writtenAmount(before, measure), after: writtenAmount(after, measure) };
}

type Change = { before: number; after: number } | null;

function withdrawn(ledger: Ledger, uses: readonly Use[]): Change {
  const [first] = withdrawalsOf({ ...ledger, requested: without(ledger.requested, uses) }, uses);
  return first ?? null;
}

/** What comes back where booked leave is called off. */
function returned(ledger: Ledger, uses: readonly Use[]): Change {
  const [first] = uses;
  if (!first) return null;
  const before = balanceOn(ledger, first.on).remaining;
  return { before, after: before + uses.reduce((sum, { amount }) => sum + amount, 0) };
}

function without(uses: readonly Use[], taken: readonly Use[]): Use[] {
  const left = [...uses];
  for (const { on, amount } of taken) {
    const place = left.findIndex((use) => use.on === on && use.amount === amount);
    if (place >= 0) left.splice(place, 1);
  }
  return left;
}
