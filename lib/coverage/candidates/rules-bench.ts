import type { StaffingGrid } from "@/lib/coverage/demand/rules-grid";
import { absencesIn, type OfficeAssistant } from "@/lib/coverage/office/rules";
import { workingDayFrom } from "@/lib/pools/rules-working-days";
import type { Day } from "@/lib/time/day";
import { halfDayAt } from "@/lib/time/half-day";

/** An hour of a half-day makes a person worth asking. */
const FREE_ENOUGH_MINUTES = 60;

type HalfDayState = "free" | "busy" | "off" | "over";

/** A person beside the board: how many half-days they have to give from today on, and each half-day of the week. */
export type BenchPerson = {
  id: string;
  name: string;
  isFreeToday: boolean;
  freeHalfDays: number;
  halfDays: HalfDayState[];
};

/** Who is away all the rest of the week, and the first day they may be back. */
export type AwayThisWeek = { id: string; name: string; backOn: Day | null };

/** A pool that lends its people, and how many of them are free. */
export type Lender = { poolId: string; name: string; free: number };

export type Bench = { people: BenchPerson[]; away: AwayThisWeek[]; lenders: Lender[] };

type Calendar = { today: Day; isWorkingDay: (on: Day) => boolean };

/** A pool's people by how many half-days they have an hour or more to give, most first, from the minutes they have free; who is away; and who could be lent. */
export function benchOf(
  grid: StaffingGrid,
  poolId: string,
  free: ReadonlyMap<string, readonly number[]>,
  calendar: Calendar,
): Bench {
  const everybody = [...grid.office.assistants.values()].map((assistant) => ({
    assistant,
    person: benchPersonOf(grid, assistant, free.get(assistant.id) ?? [], calendar.today),
  }));
  const own = everybody.filter(({ assistant }) => assistant.poolId === poolId);
  const people = own
    .map(({ person }) => person)
    .filter(({ freeHalfDays }) => freeHalfDays > 0)
    .sort((a, b) => b.freeHalfDays - a.freeHalfDays || (a.name < b.name ? -1 : 1));
  const away = own
    .filter(({ person }) => isAwayFromNowOn(person))
    .map(({ assistant }) => ({
      id: assistant.id,
      name: assistant.name,
      backOn: backOn(assistant, grid, calendar),
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const lenders = [...(grid.office.lending.get(poolId) ?? [])].map((lenderId) => ({
    poolId: lenderId,
    name: grid.office.poolNames.get(lenderId) ?? "",
    free: everybody.filter(
      ({ assistant, person }) => assistant.poolId === lenderId && person.freeHalfDays > 0,
    ).length,
  }));
  return { people, away, lenders: lenders.filter(({ free: count }) => count > 0) };
}

function benchPersonOf(
  grid: StaffingGrid,
  { id, name }: OfficeAssistant,
  free: readonly number[],
  today: Day,
): BenchPerson {
  const halfDays = grid.halfDays.map(({ on }, i): HalfDayState => {
    if (on < today) return "over";
    if (grid.atWork.get(id)?.[i] === 0) return "off";
    return (free[i] ?? 0) >= FREE_ENOUGH_MINUTES ? "free" : "busy";
  });
  const freeHalfDays = halfDays.filter((state) => state === "free").length;
  const isFreeToday = grid.halfDays.some(({ on }, i) => on === today && halfDays[i] === "free");
  return { id, name, isFreeToday, freeHalfDays, halfDays };
}

function isAwayFromNowOn({ halfDays }: BenchPerson): boolean {
  return halfDays.every((state) => state === "off" || state === "over") && halfDays.includes("off");
}

/** The first working day after the absence that keeps somebody away; null where no absence does. */
function backOn(
  assistant: OfficeAssistant,
  grid: StaffingGrid,
  { today, isWorkingDay }: Calendar,
): Day | null {
  const start = grid.office.from > today ? grid.office.from : today;
  const absence = grid.halfDays.flatMap((at) => (at.on < start ? [] : absencesIn(assistant, at)))[0];
  if (!absence) return null;
  const last = Math.max(
    ...assistant.absences.filter((one) => one.first <= absence.last + 1).map((one) => one.last),
  );
  return workingDayFrom(halfDayAt(last + 1).on, isWorkingDay);
}
