import { brokenRules } from "@/lib/schedules/roster/problem/person-rules";
import type { RosterProblem } from "@/lib/schedules/roster/problem/problem";
import { recount, workedBy } from "@/lib/schedules/roster/result/recount";
import type { RosterAssignment, RosterScore } from "@/lib/schedules/roster/result/roster-result";

type Option = { personId: string; shift: RosterProblem["shifts"][number]; cost: number };

/**
 * The rule of a careful person with a spreadsheet: day by day, again and again the shift that serves most of what is
 * still missing, by whoever is furthest from their hours and minds it least, as long as no rule of theirs is broken.
 */
export function rosterByHand(problem: RosterProblem): RosterScore {
  const assignments: RosterAssignment[] = [];
  const shifts = new Map(problem.shifts.map((shift) => [shift.id, shift]));
  const options = problem.people.flatMap(({ id, options: own }) =>
    own.flatMap(({ shift, cost }) => {
      const found = shifts.get(shift);
      return found ? [{ personId: id, shift: found, cost }] : [];
    }),
  );
  for (let day = 0; day < problem.days; day++) {
    let open = options.filter(({ shift }) => shift.day === day);
    for (;;) {
      const { unmet } = recount(problem, assignments);
      const best = pick(problem, assignments, open, unmet);
      if (!best) break;
      assignments.push({ personId: best.personId, shift: best.shift.id });
      open = open.filter(({ personId }) => personId !== best.personId);
    }
  }
  return recount(problem, assignments).score;
}

function pick(
  problem: RosterProblem,
  assignments: readonly RosterAssignment[],
  open: readonly Option[],
  unmet: ReturnType<typeof recount>["unmet"],
): Option | null {
  const roles = new Map(problem.demand.map(({ id, role }) => [id, role]));
  const worked = workedBy(problem, assignments);
  const serves = ({ shift }: Option) =>
    unmet.reduce((sum, { demandId, from, to }) => {
      const own = shift.work.filter(({ role }) => role === roles.get(demandId));
      return (
        sum +
        own.reduce((part, one) => part + Math.max(0, Math.min(to, one.to) - Math.max(from, one.from)), 0)
      );
    }, 0);
  const short = ({ personId, shift }: Option) => {
    const person = problem.people.find(({ id }) => id === personId);
    const hours = person?.hours.find(({ from, to }) => shift.day >= from && shift.day < to);
    const minutes = (worked.get(personId) ?? []).reduce(
      (sum, one) => sum + (hours && one.day >= hours.from && one.day < hours.to ? one.minutes : 0),
      0,
    );
    return hours ? hours.target - minutes : 0;
  };
  const ranked = open
    .map((option) => ({ option, serves: serves(option), short: short(option) }))
    .filter((one) => one.serves > 0)
    .sort((a, b) => b.serves - a.serves || b.short - a.short || a.option.cost - b.option.cost);
  return ranked.find(({ option }) => isLawful(problem, worked, option))?.option ?? null;
}

function isLawful(
  problem: RosterProblem,
  worked: ReturnType<typeof workedBy>,
  { personId, shift }: Option,
): boolean {
  const person = problem.people.find(({ id }) => id === personId);
  const shifts = [...(worked.get(personId) ?? []), shift].sort((a, b) => a.day - b.day);
  return person !== undefined && !brokenRules(person, problem.days, shifts).some(({ mayMend }) => !mayMend);
}
