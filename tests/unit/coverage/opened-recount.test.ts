import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { gridOf } from "@/lib/coverage/demand/rules-grid";
import { gapsLeft } from "@/lib/coverage/leave-cover/rules-choices";
import { effectOfAbsence } from "@/lib/coverage/what-if/rules-opened-by";
import { addDays, day } from "@/lib/time/day";
import { halfDayIndex } from "@/lib/time/half-day";
import { cases, isDeep } from "@/tests/support/deep";
import { type OfficeFacts, officeFacts, officeOf } from "@/tests/support/random-office";
import { type Counted, recount } from "@/tests/support/recount";

/** The half-days with a minute of a duty that is open with the absence and not without it. */
function openedByHand(withIt: Map<string, Counted>, withoutIt: Map<string, Counted>): string[] {
  return [...withIt]
    .filter(([key, { openAt }]) => {
      const before = new Set(withoutIt.get(key)?.openAt);
      return openAt.some((minute) => !before.has(minute));
    })
    .map(([key]) => key)
    .sort();
}

const WEEK = [1, 2, 3, 4, 5].map((weekday) => ({
  weekday,
  startsAtMinute: 480,
  endsAtMinute: 1020,
  validFrom: "2000-01-01",
  validTo: null,
}));
const DUTY = { minutesPerDay: 120, minProficiency: 1, coverLevel: "full" as const };

/** The facts with two executives who are there, everybody hired, and one absence more of somebody who supports the first executive. */
function withOneMore(facts: OfficeFacts, some: number, start: number, length: number) {
  const [executive] = facts.executives;
  const support = executive?.supports[some % Math.max(1, executive.supports.length)];
  const who = (support?.assistant ?? some) % facts.assistants.length;
  const [from, to] = [start, start + length].map((days) => addDays(day(facts.from), Math.min(13, days)));
  const absence = {
    from: from ?? "",
    fromPart: "am" as const,
    to: to ?? "",
    toPart: "pm" as const,
    window: null,
  };
  const people = facts.assistants.map((one) => ({ ...one, hiredOn: null, leavesOn: null }));
  const executives = facts.executives.slice(0, 2).map((one) => ({
    ...one,
    hours: WEEK,
    leavesOn: null,
    duties: one.duties.length > 0 ? one.duties : [DUTY],
    supports: one.supports.map((support) => ({ ...support, from: "2026-01-01", to: null })),
  }));
  const before = { ...facts, assistants: people, executives };
  const assistants = before.assistants.map((one, i) =>
    i === who ? { ...one, absences: [...one.absences, absence] } : one,
  );
  return { who, before, after: { ...before, assistants } };
}

describe("what an absence opens, counted again by hand", () => {
  it("is the difference of the office with it and without it: shared, backup, part-time, several at once", () => {
    const seen = { opened: 0, nothing: 0 };
    fc.assert(
      fc.property(officeFacts, fc.nat(5), fc.nat(9), fc.nat(4), (facts, some, start, length) => {
        const { who, before, after } = withOneMore(facts, some, start, length);
        const absence = officeOf(after).assistants.get(`a${who}`)?.absences.at(-1);
        if (!absence) throw new Error("no absence");
        const office = officeOf(before);
        const away = { ...absence, assistantId: `a${who}`, taken: [] };
        const from = halfDayIndex(office.from, "am");
        const { grid, opened } = effectOfAbsence(gridOf(office), away, from);
        const gaps = gapsLeft(grid, opened, []).map(
          ({ executiveId, on, part }) => `${executiveId} ${on}${part}`,
        );
        const byHand = openedByHand(recount(after), recount(before));
        expect(gaps.sort()).toEqual(byHand);
        expect(effectOfAbsence(gridOf(officeOf(after)), away, from).opened).toEqual(opened);
        seen[byHand.length > 0 ? "opened" : "nothing"]++;
      }),
      { numRuns: cases({ ordinary: 12, deep: 3000 }) },
    );
    // One office in five opens something: only of many is it sure that some did.
    if (!isDeep) return;
    expect(seen.opened).toBeGreaterThan(0);
    expect(seen.nothing).toBeGreaterThan(0);
  });
});
