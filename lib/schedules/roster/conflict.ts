import { pathText } from "@/lib/solver/problem-faults";
import { buildRosterInstance } from "./problem/instance";
import type { PersonDoc } from "./problem/person-rules";
import type { RosterProblem } from "./problem/problem";
import type { Contradiction } from "./result/roster-result";
import { makeScheduler } from "./search/best-schedule";

/** A rule that can be lifted: the document with it lifted, and its path. */
type Rule = { path: (string | number)[]; lift: (problem: RosterProblem) => RosterProblem };

const LARGEST_SET = 4;
const WIDTH = 200_000;

/** The fewest rules of one person that no choice of shifts can keep together; empty where everybody has a schedule. */
export function smallestContradiction(problem: RosterProblem): Contradiction[] {
  let smallest: Contradiction[] = [];
  for (const [place, person] of problem.people.entries()) {
    const alone = aloneWith(problem, place);
    if (hasSchedule(alone)) continue;
    const rules = rulesOf(alone, problem, place);
    const found = fewest(alone, rules).map(({ path }) => ({ personId: person.id, path: pathText(path) }));
    if (smallest.length === 0 || found.length < smallest.length) smallest = found;
  }
  return smallest;
}

function aloneWith(problem: RosterProblem, place: number): RosterProblem {
  const person = problem.people[place] as PersonDoc;
  return {
    ...problem,
    people: [person],
    demand: [],
    turns: [],
    prior: [],
    pinned: problem.pinned.filter(({ personId }) => personId === person.id),
  };
}

function hasSchedule(problem: RosterProblem): boolean {
  const instance = buildRosterInstance(problem);
  return instance.people.every((person) => makeScheduler(person, instance.days, WIDTH)(person.cost) !== null);
}

// All sets of one rule, then of two …; beyond the largest, one that can't be made smaller.
function fewest(alone: RosterProblem, rules: readonly Rule[]): Rule[] {
  const contradicts = (kept: readonly Rule[]) =>
    !hasSchedule(rules.filter((rule) => !kept.includes(rule)).reduce((rest, rule) => rule.lift(rest), alone));
  for (let size = 0; size <= Math.min(LARGEST_SET, rules.length); size++) {
    for (const kept of subsets(rules, size)) if (contradicts(kept)) return kept;
  }
  let kept = [...rules];
  for (const rule of rules) {
    const fewer = kept.filter((one) => one !== rule);
    if (contradicts(fewer)) kept = fewer;
  }
  return kept;
}

function* subsets(rules: readonly Rule[], size: number, from = 0): Generator<Rule[]> {
  if (size === 0) {
    yield [];
    return;
  }
  for (let place = from; place <= rules.length - size; place++) {
    for (const rest of subsets(rules, size - 1, place + 1)) yield [rules[place] as Rule, ...rest];
  }
}

function rulesOf(alone: RosterProblem, problem: RosterProblem, place: number): Rule[] {
  const [person] = alone.people as [PersonDoc];
  const at = (...path: (string | number)[]) => ["people", place, ...path];
  const rule = (path: (string | number)[], change: (person: PersonDoc) => Partial<PersonDoc>): Rule => ({
    path: at(...path),
    lift: (rest) => ({ ...rest, people: rest.people.map((one) => ({ ...one, ...change(one) })) }),
  });
  const lifted = <T>(list: readonly T[], index: number, change: Partial<T>) =>
    list.map((one, other) => (other === index ? { ...one, ...change } : one));
  const endless = problem.days + (person.before?.run ?? 0) + 1;
  return [
    ...(person.rest > 0 ? [rule(["rest"], () => ({ rest: 0 }))] : []),
    ...(person.run.min > 1 ? [rule(["run", "min"], ({ run }) => ({ run: { ...run, min: 1 } }))] : []),
    ...(person.run.max < endless
      ? [rule(["run", "max"], ({ run }) => ({ run: { ...run, max: endless } }))]
      : []),
    ...(person.off.min > 1 ? [rule(["off", "min"], () => ({ off: { min: 1 } }))] : []),
    ...(person.weekends === undefined ? [] : [rule(["weekends"], () => ({ weekends: undefined }))]),
    ...person.hours.flatMap(({ min }, index) => [
      ...(min > 0
        ? [rule(["hours", index, "min"], ({ hours }) => ({ hours: lifted(hours, index, { min: 0 }) }))]
        : []),
      rule(["hours", index, "max"], ({ hours }) => ({ hours: lifted(hours, index, { max: 1_000_000 }) })),
    ]),
    ...person.most.map((_, index) =>
      rule(["most", index], ({ most }) => ({ most: lifted(most, index, { count: problem.days }) })),
    ),
    ...alone.pinned.map(
      (pin): Rule => ({
        path: ["pinned", problem.pinned.indexOf(pin)],
        lift: (rest) => ({ ...rest, pinned: rest.pinned.filter((one) => one !== pin) }),
      }),
    ),
  ];
}
