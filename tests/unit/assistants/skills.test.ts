import { describe, expect, it } from "vitest";
import {
  differingSkills,
  type KeptSkillChange,
  raisedSkills,
  takenBackSkills,
} from "@/lib/assistants/rules-skills";

const held = new Map([
  ["travel", 2],
  ["calendar", 4],
]);

describe("levels of a person", () => {
  it("differ where they rise, fall, begin and end", () => {
    const after = new Map([
      ["travel", 3],
      ["expenses", 1],
    ]);
    expect(differingSkills(held, after)).toEqual([
      { dutyId: "travel", from: 2, to: 3 },
      { dutyId: "calendar", from: 4, to: null },
      { dutyId: "expenses", from: null, to: 1 },
    ]);
    expect(differingSkills(held, held)).toEqual([]);
  });

  it("are raised by what a course grants, and never lowered", () => {
    const grants = [
      { dutyId: "travel", level: 3 },
      { dutyId: "calendar", level: 3 },
      { dutyId: "research", level: 2 },
    ];
    expect(raisedSkills(held, grants)).toEqual([
      { dutyId: "travel", from: 2, to: 3 },
      { dutyId: "research", from: null, to: 2 },
    ]);
  });
});

describe("a raise that no longer counts", () => {
  const raise: KeptSkillChange = { dutyId: "travel", enrolmentId: "course", from: 2, to: 3 };

  it("is taken back to what was before", () => {
    expect(takenBackSkills([raise], "course")).toEqual([{ dutyId: "travel", from: 3, to: 2 }]);
  });

  it("stays where the level was changed since, or was another course's", () => {
    const since: KeptSkillChange = { dutyId: "travel", enrolmentId: null, from: 3, to: 4 };
    expect(takenBackSkills([raise, since], "course")).toEqual([]);
    expect(takenBackSkills([raise], "another")).toEqual([]);
  });

  it("is taken back once", () => {
    const back: KeptSkillChange = { dutyId: "travel", enrolmentId: "course", from: 3, to: 2 };
    expect(takenBackSkills([raise, back], "course")).toEqual([]);
  });
});
