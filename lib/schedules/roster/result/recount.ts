import { turnsCost } from "../problem/counters";
import { minutesWithin, type PersonDoc, type ShiftDoc } from "../problem/person-rules";
import type { RosterProblem } from "../problem/problem";
import { shiftsOf } from "../problem/shifts";
import type { RosterAssignment, RosterScore, Unmet } from "./roster-result";

type DemandDoc = RosterProblem["demand"][number];
type Stretch = { from: number; to: number; heads: number };

/** Each person's shifts, in the order of their days. */
export function workedBy(
  problem: RosterProblem,
  assignments: readonly RosterAssignment[],
): Map<string, ShiftDoc[]> {
  const worked = new Map<string, ShiftDoc[]>(problem.people.map(({ id }) => [id, []]));
  for (const { personId, shift } of assignments) {
    const found = shiftsOf(problem).get(shift);
    if (found) worked.get(personId)?.push(found);
  }
  for (const shifts of worked.values()) shifts.sort((a, b) => a.day - b.day || a.from - b.from);
  return worked;
}

/** Counts a roster's score and unmet demand anew from the document, without anything of the search. */
export function recount(
  problem: RosterProblem,
  assignments: readonly RosterAssignment[],
): { score: RosterScore; unmet: Unmet[] } {
  const worked = workedBy(problem, assignments);
  const work = workByRole([...worked.values()].flat());
  const unmet: Unmet[] = [];
  let over = 0;
  for (const window of problem.demand) {
    for (const { from, to, heads } of headsIn(window, work.get(window.role) ?? [])) {
      if (heads < window.need)
        addUnmet(unmet, { demandId: window.id, from, to, missing: window.need - heads });
      over += window.over * Math.max(0, heads - window.need) * (to - from);
    }
  }
  const weights = new Map(problem.demand.map(({ id, weight }) => [id, weight]));
  const unmetWeight = unmet.reduce(
    (sum, one) => sum + (weights.get(one.demandId) ?? 0) * one.missing * (one.to - one.from),
    0,
  );
  const parts = { wishes: 0, hours: 0, turns: 0, change: 0 };
  for (const person of problem.people) addPerson(problem, person, worked.get(person.id) ?? [], parts);
  const cost = parts.wishes + parts.hours + over + parts.turns + parts.change;
  return {
    unmet,
    score: { unmet: unmetWeight, ...parts, over, cost: problem.demandFirst ? cost : cost + unmetWeight },
  };
}

function workByRole(shifts: readonly ShiftDoc[]): Map<string, { from: number; to: number }[]> {
  const work = new Map<string, { from: number; to: number }[]>();
  for (const shift of shifts) {
    for (const { role, from, to } of shift.work) {
      const list = work.get(role) ?? [];
      list.push({ from, to });
      work.set(role, list);
    }
  }
  return work;
}

function headsIn({ from, to }: DemandDoc, work: readonly { from: number; to: number }[]): Stretch[] {
  const inside = work.filter((one) => one.from < to && from < one.to);
  const edges = [...new Set([from, to, ...inside.flatMap((one) => [one.from, one.to])])]
    .filter((minute) => minute >= from && minute <= to)
    .sort((a, b) => a - b);
  return edges.slice(0, -1).map((start, index) => {
    const end = edges[index + 1] ?? to;
    return { from: start, to: end, heads: inside.filter((one) => one.from <= start && end <= one.to).length };
  });
}

// Stretches that touch and miss as many are one.
function addUnmet(unmet: Unmet[], next: Unmet) {
  const last = unmet.at(-1);
  if (last?.demandId === next.demandId && last.to === next.from && last.missing === next.missing)
    last.to = next.to;
  else unmet.push(next);
}

type Parts = { wishes: number; hours: number; turns: number; change: number };

function addPerson(problem: RosterProblem, person: PersonDoc, worked: readonly ShiftDoc[], parts: Parts) {
  const ids = new Set(worked.map(({ id }) => id));
  for (const { shift, cost } of person.options) if (ids.has(shift)) parts.wishes += cost;
  for (const { shifts, cost } of person.wants) if (!shifts.some((id) => ids.has(id))) parts.wishes += cost;
  for (const hours of person.hours) {
    const minutes = minutesWithin(hours, worked);
    parts.hours +=
      hours.under * Math.max(hours.target - minutes, 0) + hours.over * Math.max(minutes - hours.target, 0);
  }
  for (const { shifts, expected, weights } of problem.turns) {
    parts.turns += turnsCost(shifts.filter((id) => ids.has(id)).length, expected[person.id] ?? 0, weights);
  }
  const prior = problem.prior.filter(({ personId }) => personId === person.id);
  parts.change += problem.weights.change * prior.filter(({ shift }) => !ids.has(shift)).length;
}
