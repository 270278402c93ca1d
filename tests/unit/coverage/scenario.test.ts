import { describe, expect, it } from "vitest";
import { gridOf } from "@/lib/coverage/demand/rules-grid";
import { problemOf } from "@/lib/coverage/plans/rules-problem";
import { narrowProblem, withAbsences } from "@/lib/coverage/what-if/rules-scenario";
import {
  makeAssistant,
  makeAway,
  makeExecutive,
  makeOffice,
  makeOfficeCover,
  makeStretch,
  makeSupport,
} from "@/tests/support/factories/coverage";

const ana = makeAssistant("ana");
const ben = makeAssistant("ben");
const zoe = makeExecutive("zoe", { supports: [makeSupport("ana")] });
const office = makeOffice({ assistants: [ana, ben], executives: [zoe] });
const leave = makeAway("2026-08-18", "2026-08-18", "leave");

function gapsIn(looked: typeof office): number {
  return [...gridOf(looked).rows.values()].flat().filter((slot) => slot.status === "gap").length;
}

describe("an office with absences that are not approved yet", () => {
  it("opens their gaps, and leaves the office itself as it was", () => {
    expect(gapsIn(withAbsences(office, [{ assistantId: "ana", absence: leave }]))).toBe(2);
    expect(gapsIn(office)).toBe(0);
  });

  it("counts an absence once, and passes over people it does not know", () => {
    const once = withAbsences(office, [{ assistantId: "ana", absence: leave }]);
    const again = withAbsences(once, [
      { assistantId: "ana", absence: leave },
      { assistantId: "nobody", absence: leave },
    ]);
    expect(again.assistants.get("ana")?.absences).toHaveLength(1);
  });
});

describe("a problem of some episodes only", () => {
  it("takes what stands elsewhere from those who carry it", () => {
    const bo = makeExecutive("bo", { supports: [makeSupport("cia")] });
    const cia = makeAssistant("cia", { absences: [makeAway("2026-08-18", "2026-08-18", "cia")] });
    const covers = [makeOfficeCover("bo", "ben", makeStretch("2026-08-18", "am", "2026-08-18", "pm"))];
    const whole = problemOf(
      gridOf(
        withAbsences(makeOffice({ assistants: [ana, ben, cia], executives: [zoe, bo], covers }), [
          { assistantId: "ana", absence: leave },
        ]),
      ),
      "north",
    );
    const narrow = narrowProblem(whole, (episode) => episode.absenceId === "leave");
    const freeOf = ({ problem }: typeof whole) => problem.assistants.find((a) => a.id === "ben")?.capacity[2];
    expect(narrow.problem.episodes.map((episode) => episode.id)).toEqual(["zoe/leave"]);
    expect(narrow.problem.prior).toEqual([]);
    expect((freeOf(whole) ?? 0) - (freeOf(narrow) ?? 0)).toBe(75);
  });
});
