import fc from "fast-check";
import type { Office } from "@/lib/coverage/office/rules";
import type { CoverRecord } from "@/lib/covers/rules";
import { addDays, type Day, day } from "@/lib/time/day";
import { type DayPart, halfDayIndex } from "@/lib/time/half-day";
import { makeAssistant, makeExecutive, makeOffice } from "./factories/coverage";

/** An office as a person would write it down: days as text, people by number. */
export type OfficeFacts = {
  from: string;
  to: string;
  holidays: Record<"north" | "south", string[]>;
  assistants: AssistantFacts[];
  executives: ExecutiveFacts[];
  restrictions: { assistant: number; executive: number; kind: "hard" | "soft"; expiresOn: string | null }[];
  /** Who covered whom in the past year, in half-days, and whether they once were their own. */
  history: { assistant: number; executive: number; halfDays: number; wasOwn: boolean }[];
  /** True when the south lends its people to the north. */
  isLending: boolean;
};

type Hours = { weekday: number; startsAtMinute: number; endsAtMinute: number };
type DatedFacts = Hours & { validFrom: string; validTo: string | null };
type StretchFacts = { from: string; fromPart: DayPart; to: string; toPart: DayPart };
/** Hours of one day, in minutes after midnight, or none for whole half-days. */
type HourFacts = { window: { startMinute: number; endMinute: number } | null };

export const DUTIES = ["calendar", "travel"] as const;

export type AssistantFacts = {
  pool: "north" | "south";
  site: string;
  hours: DatedFacts[];
  hiredOn: string | null;
  leavesOn: string | null;
  /** Proficiency in each of the duties. */
  skills: [number, number];
  language: "A2" | "B2" | "C2" | null;
  absences: (StretchFacts & HourFacts)[];
};

export type ExecutiveFacts = {
  pool: "north" | "south";
  site: string;
  onsite: boolean;
  tier: number;
  hours: DatedFacts[];
  leavesOn: string | null;
  duties: {
    minutesPerDay: number;
    minProficiency: number;
    coverLevel: "full" | "core" | "monitor" | "defer";
  }[];
  language: "B1" | "C1" | null;
  supports: {
    assistant: number;
    role: "primary" | "backup" | "shared";
    /** Empty for all duties. */
    dutyIds: string[];
    from: string;
    to: string | null;
  }[];
  covers: (StretchFacts &
    HourFacts & { assistant: number; pinned: boolean; overrideReason: string; dutyIds: string[] })[];
};

const FIRST = day("2026-08-17");
const DAYS = 14;

const pool = fc.constantFrom("north" as const, "south" as const);
const site = fc.constantFrom("HQ", "Annex");
const part = fc.constantFrom("am" as const, "pm" as const);
const date = fc.integer({ min: -3, max: DAYS + 3 }).map((days) => addDays(FIRST, days) as string);
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { freq: 3 });

const clock = fc.constantFrom(
  [480, 1020],
  [480, 1020],
  [480, 720],
  [780, 1020],
  [700, 790],
  [720, 780],
  [1, 721],
);

const week = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 7 }), clock), { minLength: 1, maxLength: 7 })
  .map((rows) =>
    [...new Map(rows)].map(([weekday, [startsAtMinute = 0, endsAtMinute = 0]]) => ({
      weekday,
      startsAtMinute,
      endsAtMinute,
    })),
  );
const fullWeek = fc.constant(
  [1, 2, 3, 4, 5].map((weekday) => ({ weekday, startsAtMinute: 480, endsAtMinute: 1020 })),
);
const hours = fc.oneof(fullWeek, week);

const stretch = fc
  .tuple(date, part, fc.integer({ min: 0, max: 6 }), part)
  .map(([from, fromPart, length, toPart]): StretchFacts => {
    const to = addDays(day(from), length);
    return { from, fromPart, to, toPart: length === 0 && fromPart === "pm" ? "pm" : toPart };
  });

const hoursOfDay = fc
  .tuple(
    date,
    fc.constantFrom([540, 600], [600, 660], [540, 720], [480, 720], [660, 840], [780, 900], [840, 1020]),
  )
  .map(([on, [startMinute = 0, endMinute = 0]]): StretchFacts & HourFacts => ({
    from: on,
    fromPart: startMinute < 720 ? "am" : "pm",
    to: on,
    toPart: endMinute <= 720 ? "am" : "pm",
    window: { startMinute, endMinute },
  }));
const absence = fc.oneof(
  stretch.map((one): StretchFacts & HourFacts => ({ ...one, window: null })),
  hoursOfDay,
);

const datedHours = fc
  .tuple(hours, maybe(date), maybe(date))
  .map(([rows, from, to]) => rows.map((row) => ({ ...row, validFrom: from ?? "2000-01-01", validTo: to })));

const assistant: fc.Arbitrary<AssistantFacts> = fc.record({
  pool,
  site,
  hours: datedHours,
  hiredOn: maybe(date),
  leavesOn: maybe(date),
  skills: fc.tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 5 })),
  language: fc.constantFrom("A2", "B2", "C2", null),
  absences: fc.array(absence, { maxLength: 3 }),
});

type CoverFacts = ExecutiveFacts["covers"][number];

const covers = fc
  .array(
    fc.record({
      skip: fc.integer({ min: 0, max: 5 }),
      length: fc.integer({ min: 1, max: 9 }),
      assistant: fc.nat(4),
      pinned: fc.boolean(),
      overrideReason: fc.constantFrom("", "", "she asked for it"),
      kind: fc.constantFrom("whole", "whole", "calendar", "travel", "shared", "hours"),
      other: fc.nat(4),
      minutes: fc.constantFrom(30, 60, 60, 120, 180),
    }),
    { maxLength: 4 },
  )
  .map((rows) => {
    let next = halfDayIndex(FIRST, "am");
    return rows.flatMap(({ skip, length, kind, other, minutes, ...row }): CoverFacts[] => {
      const first = next + skip;
      next = first + (kind === "hours" ? 1 : length);
      const cover: CoverFacts = { ...row, ...stretchBetween(first, next - 1), window: null, dutyIds: [] };
      const byOther = { ...cover, assistant: other };
      switch (kind) {
        case "whole":
          return [cover];
        case "hours":
          return hoursAfter(first, minutes).map((window, i) => ({ ...(i === 0 ? cover : byOther), window }));
        case "shared":
          return [
            { ...cover, dutyIds: ["calendar"] },
            { ...byOther, dutyIds: ["travel"] },
          ];
        default:
          return [{ ...cover, dutyIds: [kind] }];
      }
    });
  });

/** Some minutes of a half-day from nine or one o'clock, and half an hour after them. */
function hoursAfter(index: number, minutes: number) {
  const startMinute = index % 2 === 0 ? 540 : 780;
  const endMinute = startMinute + minutes;
  const rest = { startMinute: endMinute, endMinute: endMinute + 30 };
  return [{ startMinute, endMinute }, ...(endMinute === 720 ? [] : [rest])];
}

function stretchBetween(first: number, last: number): StretchFacts {
  const at = (index: number) => addDays(FIRST, Math.floor((index - halfDayIndex(FIRST, "am")) / 2));
  const partOf = (index: number) => (index % 2 === 0 ? "am" : "pm");
  return { from: at(first), fromPart: partOf(first), to: at(last), toPart: partOf(last) };
}

const executive: fc.Arbitrary<ExecutiveFacts> = fc.record({
  pool,
  site,
  onsite: fc.boolean(),
  tier: fc.integer({ min: 1, max: 5 }),
  hours: datedHours,
  leavesOn: maybe(date),
  duties: fc.array(
    fc.record({
      minutesPerDay: fc.oneof(fc.constantFrom(0, 1, 2, 3), fc.integer({ min: 0, max: 400 })),
      minProficiency: fc.integer({ min: 1, max: 4 }),
      coverLevel: fc.constantFrom("full" as const, "core" as const, "monitor" as const, "defer" as const),
    }),
    { maxLength: 2 },
  ),
  language: fc.constantFrom("B1", "C1", null, null),
  supports: fc.uniqueArray(
    fc.record({
      assistant: fc.nat(4),
      role: fc.constantFrom("primary" as const, "primary" as const, "backup" as const, "shared" as const),
      dutyIds: fc.constantFrom([], [], ["calendar"], ["travel"], ["calendar", "travel"]),
      from: fc.oneof(fc.constant("2026-01-01"), date),
      to: maybe(date),
    }),
    { maxLength: 3, selector: (support) => support.assistant },
  ),
  covers,
});

/** Offices of up to five assistants and four executives in two pools, over two weeks, with everything that may go wrong. */
export const officeFacts: fc.Arbitrary<OfficeFacts> = fc.record({
  from: fc.constant(FIRST as string),
  to: fc.constant(addDays(FIRST, DAYS - 1) as string),
  holidays: fc.record({
    north: fc.array(date, { maxLength: 2 }),
    south: fc.array(date, { maxLength: 2 }),
  }),
  assistants: fc.array(assistant, { minLength: 1, maxLength: 5 }),
  executives: fc.array(executive, { minLength: 1, maxLength: 4 }),
  restrictions: fc.array(
    fc.record({
      assistant: fc.nat(4),
      executive: fc.nat(3),
      kind: fc.constantFrom("hard" as const, "soft" as const),
      expiresOn: maybe(date),
    }),
    { maxLength: 2 },
  ),
  history: fc.uniqueArray(
    fc.record({
      assistant: fc.nat(4),
      executive: fc.nat(3),
      halfDays: fc.integer({ min: 0, max: 12 }),
      wasOwn: fc.boolean(),
    }),
    { maxLength: 4, selector: (one) => `${one.assistant} ${one.executive}` },
  ),
  isLending: fc.boolean(),
});

const asDay = (text: string | null): Day | null => (text === null ? null : day(text));

function indexes(facts: StretchFacts & HourFacts) {
  return {
    window: facts.window,
    first: halfDayIndex(day(facts.from), facts.fromPart),
    last: halfDayIndex(day(facts.to), facts.toPart),
  };
}

function datedOf({ validFrom, validTo, ...hours }: DatedFacts) {
  return { ...hours, validFrom: day(validFrom), validTo: asDay(validTo) };
}

/** The office that the facts describe, as the database would be read. */
export function officeOf(facts: OfficeFacts): Office {
  const nameOf = (number: number) => `a${number % facts.assistants.length}`;
  return makeOffice({
    from: day(facts.from),
    to: day(facts.to),
    daysOff: new Map(
      (["north", "south"] as const).map((id) => [
        id,
        new Map(facts.holidays[id].map((on) => [day(on), "off"])),
      ]),
    ),
    assistants: facts.assistants.map((person, i) =>
      makeAssistant(`a${i}`, {
        poolId: person.pool,
        site: person.site,
        hours: person.hours.map(datedOf),
        hiredOn: asDay(person.hiredOn),
        leavesOn: asDay(person.leavesOn),
        skills: new Map(DUTIES.map((duty, n) => [duty, person.skills[n] ?? 0])),
        languages: new Map(person.language ? [["sv", person.language]] : []),
        absences: person.absences.map((absence, n) => ({ id: `away ${i}.${n}`, ...indexes(absence) })),
      }),
    ),
    executives: facts.executives.map((executive, i) =>
      makeExecutive(`e${i}`, {
        poolId: executive.pool,
        site: executive.site,
        onsite: executive.onsite,
        tier: executive.tier,
        hours: executive.hours.map(datedOf),
        leavesOn: asDay(executive.leavesOn),
        duties: executive.duties.map((duty, n) => ({ dutyId: DUTIES[n] ?? "", ...duty })),
        languages: new Map(executive.language ? [["sv", executive.language]] : []),
        supports: executive.supports.map((s) => ({
          assistantId: nameOf(s.assistant),
          role: s.role,
          rank: 1,
          dutyIds: s.dutyIds,
          from: day(s.from),
          to: asDay(s.to),
        })),
      }),
    ),
    covers: facts.executives.flatMap((executive, i) =>
      executive.covers.map((cover, n) => coverOf(cover, i, n, nameOf)),
    ),
    restrictions: facts.restrictions.map((r) => ({
      assistantId: nameOf(r.assistant),
      executiveId: `e${r.executive % facts.executives.length}`,
      kind: r.kind,
      expiresOn: asDay(r.expiresOn),
    })),
    history: new Map(facts.history.filter(isPair).map((h) => [pairOf(h), h.halfDays])),
    formerly: new Set(facts.history.filter((h) => isPair(h) && h.wasOwn).map(pairOf)),
    lending: new Map(facts.isLending ? [["north", new Set(["south"])]] : []),
  });

  function isPair({ assistant, executive }: { assistant: number; executive: number }): boolean {
    return assistant < facts.assistants.length && executive < facts.executives.length;
  }
}

function pairOf({ assistant, executive }: { assistant: number; executive: number }): string {
  return `a${assistant} e${executive}`;
}

function coverOf(
  { assistant: number, pinned, overrideReason, dutyIds, ...facts }: ExecutiveFacts["covers"][number],
  executive: number,
  place: number,
  nameOf: (number: number) => string,
): CoverRecord {
  return {
    id: `cover ${executive}.${place}`,
    executiveId: `e${executive}`,
    assistantId: nameOf(number),
    absenceId: null,
    planId: null,
    pinned,
    overrideReason,
    dutyIds,
    ...indexes(facts),
  };
}
