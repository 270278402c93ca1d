import { pairKey, type RebalanceProblem } from "./problem";

/** A possible assistant of a desk: what the pair is worth, and whether it is a change. */
export type DeskOption = { desk: number; assistant: number; gain: number; change: 0 | 1 };

/** A problem in places instead of ids, people and desks by id, so that the order of a document decides nothing. */
export type RebalanceInstance = {
  assistantIds: readonly string[];
  capacity: readonly number[];
  desks: readonly { id: string; load: number; present: string | null }[];
  /** By desk, in the order of assistants; none where no pair is possible. */
  options: readonly (readonly DeskOption[])[];
  /** Changes that can't be avoided: desks whose present pair is ruled out. */
  leastChanges: number;
  /** Of these, desks that nobody can take. */
  lostDesks: number;
  /** More than all changes together: what one point counts beside them. */
  scale: number;
};

/** Whom each desk has, by place; -1 for nobody. */
export type DeskAssignment = Int32Array;

function byId<T extends { id: string }>(list: readonly T[]): T[] {
  return list.toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}

/** Reads a problem into places. */
export function makeInstance({ fit, barred, fixed, ...problem }: RebalanceProblem): RebalanceInstance {
  const assistants = byId(problem.assistants);
  const desks = byId(problem.desks);
  const placeOf = new Map(assistants.map(({ id }, place) => [id, place]));
  const deskPlace = new Map(desks.map(({ id }, place) => [id, place]));
  const out = new Set(barred.map(pairKey));
  const kept = new Set(fixed);
  const options: DeskOption[][] = desks.map(() => []);
  for (const pair of fit) {
    const place = deskPlace.get(pair.deskId) ?? 0;
    const desk = desks[place];
    if (!desk || out.has(pairKey(pair))) continue;
    const isPresent = desk.present === pair.assistantId;
    if (kept.has(desk.id) && !isPresent) continue;
    const change = desk.present === null || isPresent ? 0 : 1;
    const gain = desk.weight * pair.points;
    options[place]?.push({ desk: place, assistant: placeOf.get(pair.assistantId) ?? 0, gain, change });
  }
  for (const list of options) list.sort((a, b) => a.assistant - b.assistant);
  const mustChange = (place: number) =>
    desks[place]?.present !== null && (options[place] ?? []).every(({ change }) => change === 1);
  const changing = desks.map((_, place) => place).filter(mustChange);
  return {
    assistantIds: assistants.map(({ id }) => id),
    capacity: assistants.map(({ capacity }) => capacity),
    desks,
    options,
    leastChanges: changing.length,
    lostDesks: changing.filter((place) => options[place]?.length === 0).length,
    scale: desks.length + 1,
  };
}

/** The option a desk has in an assignment; undefined for nobody. */
export function optionOf(
  { options }: RebalanceInstance,
  assignment: DeskAssignment,
  desk: number,
): DeskOption | undefined {
  return options[desk]?.find(({ assistant }) => assistant === assignment[desk]);
}

/** What an assignment is worth, what it takes over capacities, and how many desks change. */
export function sumsOf(instance: RebalanceInstance, assignment: DeskAssignment) {
  const loads = new Float64Array(instance.capacity.length);
  let [value, changes] = [0, instance.lostDesks];
  for (const [place, { load }] of instance.desks.entries()) {
    const option = optionOf(instance, assignment, place);
    if (!option) continue;
    value += option.gain;
    changes += option.change;
    loads[option.assistant] = (loads[option.assistant] ?? 0) + load;
  }
  const overload = instance.capacity.reduce((sum, most, i) => sum + Math.max(0, (loads[i] ?? 0) - most), 0);
  return { value, changes, overload };
}

/** Today, with every desk that must change, or has nobody, given to whoever takes it over capacity the least, then fits best. */
export function firstAssignment({ options, desks, capacity }: RebalanceInstance): DeskAssignment {
  const assignment = new Int32Array(desks.length).fill(-1);
  const left = [...capacity];
  const give = (option: DeskOption) => {
    assignment[option.desk] = option.assistant;
    left[option.assistant] = (left[option.assistant] ?? 0) - (desks[option.desk]?.load ?? 0);
  };
  const stays = options.map((list, place) =>
    desks[place]?.present === null ? undefined : list.find(({ change }) => change === 0),
  );
  for (const option of stays) if (option) give(option);
  for (const [place, list] of options.entries()) {
    if (stays[place] || list.length === 0) continue;
    const load = desks[place]?.load ?? 0;
    const over = ({ assistant }: DeskOption) => Math.max(0, load - Math.max(0, left[assistant] ?? 0));
    give(list.reduce((best, one) => ((over(one) - over(best) || best.gain - one.gain) < 0 ? one : best)));
  }
  return assignment;
}
