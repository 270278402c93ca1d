import { int, item, num } from "@/lib/solver/arrays";
import type { Fill } from "./slot-programme";
import {
  type Charges,
  chargeFor,
  feasibleCandidates,
  minutesFor,
  personFor,
  type SlotJob,
  type SlotTask,
} from "./slot-task";

/** Candidates looked at before a search gives up; some tenths of a second. */
const maxEvaluations = 500_000;

type Choice = {
  job: SlotJob;
  people: number[];
  minutes: number[];
  charges: number[];
  open: number;
  /** The place among those able, -1 for none, or null while undecided. */
  place: number | null;
};

type Search = {
  choices: Choice[];
  left: Int32Array;
  /** What the undecided ask of each person. */
  asked: Float64Array;
  best: number;
  served: Map<SlotJob, number>;
  nodes: number;
  mostNodes: number;
};

/** Fills a slot with a few of its jobs by trying everything that can still pay; null where that takes too long. */
export function fillBySearch(task: SlotTask, jobs: readonly SlotJob[], charges: Charges): Fill | null {
  const choices = jobs.map((job): Choice => {
    const feasible = feasibleCandidates(job);
    return {
      job,
      people: feasible.map((candidate) => personFor(job, candidate)),
      minutes: feasible.map((candidate) => minutesFor(job, candidate)),
      charges: feasible.map((candidate) => chargeFor(task, charges, job, candidate)),
      open: chargeFor(task, charges, job, undefined),
      place: null,
    };
  });
  const search: Search = {
    choices,
    left: Int32Array.from(task.residual),
    asked: new Float64Array(task.residual.length),
    best: Number.POSITIVE_INFINITY,
    served: new Map(),
    nodes: 0,
    mostNodes: maxEvaluations / choices.reduce((sum, one) => sum + one.people.length, 1),
  };
  for (const choice of choices) ask(search, choice, 1);
  descend(search, 0);
  if (search.nodes > search.mostNodes) return null;
  return { charge: search.best, bound: search.best, served: search.served };
}

function ask({ asked }: Search, { people, minutes }: Choice, sign: 1 | -1) {
  for (let place = 0; place < people.length; place++) {
    const person = item(people, place);
    asked[person] = num(asked, person) + sign * item(minutes, place);
  }
}

function decide(search: Search, choice: Choice, place: number): number {
  ask(search, choice, -1);
  choice.place = place;
  if (place < 0) return choice.open;
  const person = item(choice.people, place);
  search.left[person] = int(search.left, person) - item(choice.minutes, place);
  return item(choice.charges, place);
}

function undo(search: Search, choice: Choice) {
  const place = choice.place as number;
  choice.place = null;
  ask(search, choice, 1);
  if (place < 0) return;
  const person = item(choice.people, place);
  search.left[person] = int(search.left, person) + item(choice.minutes, place);
}

function descend(search: Search, paid: number) {
  search.nodes++;
  if (search.nodes > search.mostNodes) return;
  const forced: Choice[] = [];
  let charge = paid;
  let next: Choice | null = null;
  for (let isOn = true; isOn && charge < search.best; ) {
    isOn = false;
    next = null;
    let fewest = Number.POSITIVE_INFINITY;
    for (const choice of search.choices) {
      if (choice.place !== null) continue;
      const { host, count } = optionsOf(search, choice);
      if (host >= 0 || count === 0) {
        charge += decide(search, choice, host);
        forced.push(choice);
        isOn = true;
      } else if (count < fewest || (count === fewest && choice.open > (next?.open ?? 0))) {
        fewest = count;
        next = choice;
      }
    }
  }
  if (charge < search.best) {
    if (next) branch(search, next, charge);
    else keep(search, charge);
  }
  for (const choice of forced.reverse()) undo(search, choice);
}

// How many could serve now, and who could free of charge and without anyone else ever missing the time.
function optionsOf({ left, asked }: Search, { people, minutes, charges }: Choice) {
  let host = -1;
  let count = 0;
  for (let place = 0; place < people.length; place++) {
    const person = item(people, place);
    const free = int(left, person);
    if (item(minutes, place) > free) continue;
    count++;
    if (host < 0 && num(asked, person) <= free && item(charges, place) === 0) host = place;
  }
  return { host, count };
}

function branch(search: Search, choice: Choice, charge: number) {
  const { people, minutes, charges } = choice;
  const after = (place: number) => int(search.left, item(people, place)) - item(minutes, place);
  const places = [...people.keys()]
    .filter((place) => after(place) >= 0)
    .sort((a, b) => item(charges, a) - item(charges, b) || after(a) - after(b));
  for (const place of [...places, -1]) {
    const more = decide(search, choice, place);
    if (charge + more < search.best) descend(search, charge + more);
    undo(search, choice);
  }
}

function keep(search: Search, charge: number) {
  search.best = charge;
  search.served = new Map();
  for (const { job, place } of search.choices) {
    if (place !== null && place >= 0) search.served.set(job, item(feasibleCandidates(job), place));
  }
}
