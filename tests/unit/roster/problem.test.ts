import { expect, it } from "vitest";
import { parseRosterProblem, type RosterDocument } from "@/lib/schedules/roster/problem/problem";
import { item } from "@/lib/solver/arrays";

const early = { id: "early", day: 0, from: 420, to: 900, minutes: 450 };
const late = { id: "late", day: 0, from: 600, to: 1_080, minutes: 450 };
const next = { id: "next", day: 1, from: 1_860, to: 2_340, minutes: 450 };
const sound = {
  days: 7,
  people: [
    {
      id: "ana",
      options: [
        { shift: "early", cost: 0 },
        { shift: "late", cost: 20 },
        { shift: "next", cost: 0 },
      ],
      wants: [{ shifts: ["early"], cost: 30 }],
      hours: [{ from: 0, to: 7, min: 0, max: 2_400, target: 2_250, under: 1, over: 2 }],
      rest: 660,
      run: { min: 1, max: 5 },
      weekends: 1,
      most: [{ shifts: ["late"], count: 1 }],
    },
    { id: "ben", options: [{ shift: "early" }] },
  ],
  shifts: [
    { ...early, work: [{ role: "front", from: 420, to: 900 }] },
    {
      ...late,
      work: [
        { role: "front", from: 600, to: 720 },
        { role: "phones", from: 720, to: 1_080 },
      ],
    },
    next,
  ],
  demand: [
    { id: "morning", role: "front", from: 480, to: 720, need: 1, weight: 5 },
    { id: "noon", role: "front", from: 720, to: 900, need: 1, weight: 5 },
  ],
  turns: [{ id: "lates", shifts: ["late"], expected: { ana: 1 }, weights: [30, 90] as [number, number] }],
  pinned: [{ personId: "ana", shift: "late" }],
  prior: [{ personId: "ben", shift: "early" }],
};

type Loose = RosterDocument & Record<string, unknown>;
const person = (d: Loose) => item(d.people, 0) as Required<(typeof d.people)[number]>;
const shift = (d: Loose, place: number) => item(d.shifts, place) as Required<(typeof d.shifts)[number]>;

const refusals: [name: string, path: string, reason: RegExp, spoil: (document: Loose) => void][] = [
  ["no days", "days", /at least 1/, (d) => (d.days = 0)],
  ["a fraction", "demand[0].need", /whole/, (d) => (item(d.demand, 0).need = 0.5)],
  ["a negative number", "shifts[0].from", /negative/, (d) => (shift(d, 0).from = -1)],
  ["an unknown key", "", /colour/, (d) => (d.colour = "red")],
  ["a person twice", "people[1].id", /twice/, (d) => (item(d.people, 1).id = "ana")],
  ["a shift twice", "shifts[2].id", /twice/, (d) => (shift(d, 2).id = "early")],
  ["a window twice", "demand[1].id", /twice/, (d) => (item(d.demand, 1).id = "morning")],
  ["a shift beyond the last day", "shifts[2].day", /last day/, (d) => (shift(d, 2).day = 7)],
  ["a shift that ends before it begins", "shifts[2].from", /before/, (d) => (shift(d, 2).from = 2_340)],
  ["work outside its shift", "shifts[0].work[0]", /outside/, (d) => (item(shift(d, 0).work, 0).to = 901)],
  ["work at once", "shifts[1].work[1]", /overlaps/, (d) => (item(shift(d, 1).work, 1).from = 700)],
  ["work of no length", "shifts[0].work[0].from", /before/, (d) => (item(shift(d, 0).work, 0).from = 900)],
  ["a window of no length", "demand[0].from", /before/, (d) => (item(d.demand, 0).from = 720)],
  ["windows of one role at once", "demand[1]", /overlaps "morning"/, (d) => (item(d.demand, 1).from = 700)],
  [
    "an unknown option",
    "people[0].options[1].shift",
    /not a shift/,
    (d) => (item(person(d).options, 1).shift = "night"),
  ],
  [
    "an option twice",
    "people[0].options[1].shift",
    /twice/,
    (d) => (item(person(d).options, 1).shift = "early"),
  ],
  [
    "an option too dear",
    "people[0].options[1].cost",
    /1000/,
    (d) => (item(person(d).options, 1).cost = 1_001),
  ],
  [
    "an unknown want",
    "people[0].wants[0].shifts[0]",
    /not a shift/,
    (d) => (item(person(d).wants, 0).shifts = ["x"]),
  ],
  [
    "an unknown most",
    "people[0].most[0].shifts[0]",
    /not a shift/,
    (d) => (item(person(d).most, 0).shifts = ["x"]),
  ],
  ["hours of no days", "people[0].hours[0].from", /before/, (d) => (item(person(d).hours, 0).from = 7)],
  [
    "hours beyond the last day",
    "people[0].hours[0].to",
    /last day/,
    (d) => (item(person(d).hours, 0).to = 8),
  ],
  [
    "unknown turns",
    "turns[0].shifts[0]",
    /not a shift/,
    (d) => (d.turns = [{ ...item(d.turns ?? [], 0), shifts: ["x"] }]),
  ],
  [
    "turns of a stranger",
    "turns[0].expected.eve",
    /not one of the people/,
    (d) => (d.turns = [{ ...item(d.turns ?? [], 0), expected: { eve: 1 } }]),
  ],
  [
    "a pin of a stranger",
    "pinned[0].personId",
    /not one of the people/,
    (d) => (d.pinned = [{ personId: "eve", shift: "late" }]),
  ],
  [
    "a pin that is no option",
    "pinned[0].shift",
    /not an option/,
    (d) => (d.pinned = [{ personId: "ben", shift: "late" }]),
  ],
  ["a pin twice", "pinned[1]", /repeats/, (d) => d.pinned?.push({ personId: "ana", shift: "late" })],
  ["two pins on a day", "pinned[1]", /options/, (d) => d.pinned?.push({ personId: "ana", shift: "early" })],
  [
    "pins without rest",
    "pinned[1]",
    /rest/,
    (d) => {
      person(d).rest = 840;
      d.pinned?.push({ personId: "ana", shift: "next" });
    },
  ],
  ["a pin above its most", "pinned[0]", /most/, (d) => (item(person(d).most, 0).count = 0)],
  ["a pin above the hours", "pinned[0]", /hours/, (d) => (item(person(d).hours, 0).max = 400)],
  [
    "an unknown prior shift",
    "prior[0].shift",
    /not a shift/,
    (d) => (d.prior = [{ personId: "ben", shift: "x" }]),
  ],
];

it.each(refusals)("refuses %s at %s", (_, path, reason, spoil) => {
  const document = structuredClone(sound) as Loose;
  spoil(document);
  const parsed = parseRosterProblem(document);
  expect(parsed).toMatchObject({ ok: false, reason: "bad_problem", path });
  if (!parsed.ok) expect(parsed.details?.message).toMatch(reason);
});

it("reads a sound document, and one that leaves out all that may be", () => {
  expect(parseRosterProblem(sound)).toMatchObject({ ok: true });
  const bare = parseRosterProblem({ days: 1, people: [{ id: "ana" }], shifts: [], demand: [] });
  expect(bare).toMatchObject({
    ok: true,
    value: { demandFirst: true, pinned: [], people: [{ rest: 0, off: { min: 1 } }] },
  });
});
