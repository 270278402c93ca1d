import type { RosterProblem } from "@/lib/schedules/roster/problem/problem";

type Person = RosterProblem["people"][number];
type Shift = RosterProblem["shifts"][number];
type Days = (Shift | null)[];

/** The least unmet demand and then the least cost, by trying every roster minute by minute; null where none is lawful. */
export function bruteForceRoster(problem: RosterProblem): { unmet: number; cost: number } | null {
  const choices = problem.people.map((person) =>
    everySchedule(problem, person)
      .filter((days) => isLawful(problem, person, days))
      .map((days) => ({ days, cost: ownCost(problem, person, days) })),
  );
  if (choices.some((list) => list.length === 0)) return null;
  let best: { unmet: number; cost: number } | null = null;
  const pieces = demandMinutes(problem);
  const visit = (place: number, chosen: Days[], own: number) => {
    const list = choices[place];
    if (list) {
      for (const one of list) visit(place + 1, [...chosen, one.days], own + one.cost);
      return;
    }
    const { unmet, over } = demandCost(pieces, chosen);
    const score = problem.demandFirst ? { unmet, cost: own + over } : { unmet: 0, cost: unmet + own + over };
    if (!best || score.unmet < best.unmet || (score.unmet === best.unmet && score.cost < best.cost))
      best = score;
  };
  visit(0, [], 0);
  return best;
}

/** True where one person alone, without demand, has a lawful schedule. */
export function hasLawfulSchedule(problem: RosterProblem, person: Person): boolean {
  return everySchedule(problem, person).some((days) => isLawful(problem, person, days));
}

function everySchedule(problem: RosterProblem, person: Person): Days[] {
  let all: Days[] = [[]];
  for (let day = 0; day < problem.days; day++) {
    const options = problem.shifts.filter(
      (shift) => shift.day === day && person.options.some((option) => option.shift === shift.id),
    );
    all = all.flatMap((days) => [null, ...options].map((shift) => [...days, shift]));
  }
  return all;
}

function isLawful(problem: RosterProblem, person: Person, days: Days): boolean {
  const pins = problem.pinned.filter(({ personId }) => personId === person.id);
  if (!pins.every(({ shift }) => days.some((one) => one?.id === shift))) return false;
  const worked = days.filter((shift) => shift !== null);
  let lastEnd = person.before ? -person.before.rested : Number.NEGATIVE_INFINITY;
  for (const shift of worked) {
    if (shift.from - lastEnd < person.rest) return false;
    lastEnd = shift.to;
  }
  if (!runsAreLawful(person, days)) return false;
  for (const { from, to, min, max } of person.hours) {
    const minutes = days.slice(from, to).reduce((sum, shift) => sum + (shift?.minutes ?? 0), 0);
    if (minutes < min || minutes > max) return false;
  }
  const weekends = [5, 12, 19].filter((day) => days[day] || days[day + 1]).length;
  if (person.weekends !== undefined && weekends > person.weekends) return false;
  return person.most.every(
    ({ shifts, count }) => worked.filter(({ id }) => shifts.includes(id)).length <= count,
  );
}

function runsAreLawful(person: Person, days: Days): boolean {
  const pattern = days.map((shift) => (shift ? "W" : "o")).join("");
  const before = "W".repeat(person.before?.run ?? 0);
  if (
    (before + pattern)
      .split("o")
      .some((run, index) => run.length > person.run.max && (index > 0 || pattern[0] === "W"))
  )
    return false;
  for (const run of pattern.matchAll(/(?<=o)W+(?=o)/g)) if (run[0].length < person.run.min) return false;
  for (const off of pattern.matchAll(/(?<=W)o+(?=W)/g)) if (off[0].length < person.off.min) return false;
  return true;
}

function ownCost(problem: RosterProblem, person: Person, days: Days): number {
  const ids = days.flatMap((shift) => (shift ? [shift.id] : []));
  let cost = 0;
  for (const option of person.options) if (ids.includes(option.shift)) cost += option.cost;
  for (const want of person.wants) if (!want.shifts.some((id) => ids.includes(id))) cost += want.cost;
  for (const { from, to, target, under, over } of person.hours) {
    const minutes = days.slice(from, to).reduce((sum, shift) => sum + (shift?.minutes ?? 0), 0);
    cost += minutes < target ? under * (target - minutes) : over * (minutes - target);
  }
  for (const { shifts, expected, weights } of problem.turns) {
    const due = expected[person.id] ?? 0;
    const turns = ids.filter((id) => shifts.includes(id)).length;
    for (let turn = 1; turn <= turns; turn++)
      cost += turn <= due ? 0 : turn <= 2 * due ? weights[0] : weights[1];
  }
  for (const { personId, shift } of problem.prior) {
    if (personId === person.id && !ids.includes(shift)) cost += problem.weights.change;
  }
  return cost;
}

type Minute = { role: string; at: number; need: number; weight: number; over: number };
const STEP = 30;

// All edges of a tiny roster lie on half hours.
function demandMinutes(problem: RosterProblem): Minute[] {
  return problem.demand.flatMap(({ role, from, to, need, weight, over }) =>
    Array.from({ length: (to - from) / STEP }, (_, step) => ({
      role,
      at: from + STEP * step,
      need,
      weight,
      over,
    })),
  );
}

function demandCost(minutes: readonly Minute[], chosen: readonly Days[]): { unmet: number; over: number } {
  const work = chosen.flat().flatMap((shift) => shift?.work ?? []);
  let unmet = 0;
  let over = 0;
  for (const { role, at, need, weight, over: surplus } of minutes) {
    const heads = work.filter((one) => one.role === role && one.from <= at && at < one.to).length;
    unmet += STEP * weight * Math.max(0, need - heads);
    over += STEP * surplus * Math.max(0, heads - need);
  }
  return { unmet, over };
}
