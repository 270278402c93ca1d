import {
  parseRosterProblem,
  type RosterDocument,
  type RosterProblem,
} from "@/lib/schedules/roster/problem/problem";
import { randomStream } from "@/lib/solver/random";

type Dice = { upTo: (most: number) => number; isHit: (chance: number) => boolean };

/** A small awkward roster for a seed: every rule now and then, at the edges too; it may be impossible. */
export function makeTinyRoster(seed: number): RosterProblem {
  const next = randomStream(seed);
  const dice: Dice = {
    upTo: (most) => Math.floor(next() * (most + 1)),
    isHit: (chance) => next() < chance,
  };
  const days = 2 + dice.upTo(5);
  const shifts = makeShifts(days, dice);
  const count = days > 4 ? 1 + dice.upTo(1) : 1 + dice.upTo(2);
  const people = Array.from({ length: count }, (_, place) => makePerson(`p${place}`, days, shifts, dice));
  const pairs = people.flatMap(({ id, options = [] }) =>
    options.map(({ shift }) => ({ personId: id, shift })),
  );
  const document: RosterDocument = {
    days,
    people,
    shifts,
    demand: makeDemand(days, dice),
    turns: dice.isHit(0.5)
      ? [
          {
            id: "t",
            shifts: shifts.filter(() => dice.isHit(0.5)).map(({ id }) => id),
            expected: Object.fromEntries(
              people.flatMap(({ id }) => (dice.isHit(0.7) ? [[id, dice.upTo(2)]] : [])),
            ),
            weights: dice.isHit(0.3) ? [50, 10] : [20, 60],
          },
        ]
      : [],
    prior: pairs.filter(() => dice.isHit(0.2)),
    weights: { change: 15 },
    demandFirst: dice.isHit(0.7),
  };
  const pinned = pairs.filter(() => dice.isHit(0.06));
  const withPins = parseRosterProblem({ ...document, pinned });
  const parsed = withPins.ok ? withPins : parseRosterProblem(document);
  if (!parsed.ok) throw new Error(`tiny roster ${seed}: ${parsed.path} ${String(parsed.details?.message)}`);
  return parsed.value;
}

function makeShifts(days: number, { upTo, isHit }: Dice): RosterDocument["shifts"] {
  return Array.from({ length: days }, (_, day) => day).flatMap((day) =>
    Array.from({ length: days > 4 ? 1 + upTo(1) : 1 + upTo(2) }, (_, place) => {
      const from = 1440 * day + 360 + 60 * upTo(10);
      const to = from + 240 + 60 * upTo(5);
      const half = from + 120;
      const role = () => (isHit(0.5) ? "a" : "b");
      const work = isHit(0.3)
        ? [
            { role: role(), from, to: half },
            { role: role(), from: half + 30, to },
          ]
        : [{ role: role(), from, to }];
      return { id: `d${day}s${place}`, day, from, to, minutes: to - from - (isHit(0.3) ? 30 : 0), work };
    }),
  );
}

function makePerson(
  id: string,
  days: number,
  shifts: RosterDocument["shifts"],
  { upTo, isHit }: Dice,
): RosterDocument["people"][number] {
  const options = shifts.filter(() => isHit(0.8)).map((shift) => ({ shift: shift.id, cost: 10 * upTo(4) }));
  const some = () => shifts.filter(() => isHit(0.4)).map((shift) => shift.id);
  const target = 120 * upTo(8);
  const from = upTo(days - 1);
  return {
    id,
    options,
    ...(isHit(0.4) && { wants: [{ shifts: some(), cost: 10 * upTo(6) }] }),
    hours: [
      { from: 0, to: days, target, under: upTo(1), over: upTo(2), ...(isHit(0.3) && { max: target + 120 }) },
      ...(isHit(0.3) ? [{ from, to: from + 1 + upTo(days - 1 - from), min: 120 * upTo(4), max: 1_200 }] : []),
    ],
    ...(isHit(0.6) && { rest: 60 * (8 + upTo(8)) }),
    ...(isHit(0.5) && { run: { min: 1 + upTo(2), max: 1 + upTo(3) } }),
    ...(isHit(0.4) && { off: { min: 1 + upTo(2) } }),
    ...(isHit(0.3) && { weekends: upTo(1) }),
    ...(isHit(0.3) && { most: [{ shifts: some(), count: upTo(2) }] }),
    ...(isHit(0.4) && { before: { run: upTo(3), rested: 60 * upTo(14) } }),
  };
}

function makeDemand(days: number, { upTo, isHit }: Dice): RosterDocument["demand"] {
  return Array.from({ length: days }, (_, day) => day).flatMap((day) =>
    ["a", "b"].flatMap((role) => {
      if (isHit(0.3)) return [];
      const from = 1440 * day + 480 + 30 * upTo(4);
      const window = { id: `d${day}${role}`, role, from, to: from + 120 + 60 * upTo(6) };
      return [{ ...window, need: upTo(2), weight: 1 + upTo(2), over: upTo(1) }];
    }),
  );
}
