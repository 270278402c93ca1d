import { describe, expect, it } from "vitest";
import { ineligibilities } from "@/lib/coverage/candidates/rules-eligibility";
import { dependences, standInsOf } from "@/lib/coverage/candidates/rules-stand-ins";
import { freeAfterCovers, gridOf } from "@/lib/coverage/demand/rules-grid";
import type { Office } from "@/lib/coverage/office/rules";
import { resultOf } from "@/lib/steps";
import { day } from "@/lib/time/day";
import {
  makeAssistant,
  makeAway,
  makeDuty,
  makeExecutive,
  makeOffice,
  makeSupport,
} from "../../support/factories/coverage";

const MONDAY = day("2026-08-17");

function onMonday(parts: Parameters<typeof makeOffice>[0]): Office {
  return makeOffice({ from: MONDAY, to: MONDAY, ...parts });
}

function depthsIn(office: Office) {
  return resultOf(standInsOf(gridOf(office), "north").depthsInSteps());
}

describe("who could step in", () => {
  const boss = makeExecutive("boss", { supports: [makeSupport("own")] });

  it("is eligible and free, and not the executive's own assistant", () => {
    const assistants = ["own", "free", "away"].map((id) =>
      makeAssistant(id, id === "away" ? { absences: [makeAway("2026-08-17")] } : {}),
    );
    const unskilled = makeAssistant("unskilled", { skills: new Map([["calendar", 2]]) });
    const depths = depthsIn(onMonday({ assistants: [...assistants, unskilled], executives: [boss] }));
    expect(depths).toEqual([
      {
        executiveId: "boss",
        own: ["own"],
        duties: [{ dutyId: "calendar", count: 1, only: "free" }],
        least: 1,
      },
    ]);
  });

  it("has time for the duty beside their own executives, and more of it where the executive is unfamiliar", () => {
    const busy = (minutesPerDay: number) =>
      onMonday({
        assistants: [makeAssistant("own"), makeAssistant("other")],
        executives: [
          boss,
          makeExecutive("theirs", {
            supports: [makeSupport("other")],
            duties: [makeDuty({ minutesPerDay })],
          }),
        ],
      });
    const count = (office: Office) => depthsIn(office)[0]?.duties[0]?.count;
    expect(count(busy(330))).toBe(1);
    expect(count(busy(332))).toBe(0);
  });

  it("is never barred from the executive, without the reason", () => {
    const restriction = { assistantId: "free", executiveId: "boss", kind: "hard" as const, expiresOn: null };
    const office = onMonday({
      assistants: [makeAssistant("own"), makeAssistant("free")],
      executives: [boss],
      restrictions: [restriction],
    });
    expect(depthsIn(office)[0]?.least).toBe(0);
  });

  it("is asked of each duty by itself; what waits needs nobody", () => {
    const duties = [
      makeDuty(),
      makeDuty({ dutyId: "travel" }),
      makeDuty({ dutyId: "research", coverLevel: "defer" }),
    ];
    const office = onMonday({
      assistants: [makeAssistant("own"), makeAssistant("free")],
      executives: [makeExecutive("boss", { duties, supports: [makeSupport("own")] })],
    });
    expect(depthsIn(office)[0]?.duties).toEqual([
      { dutyId: "calendar", count: 1, only: "free" },
      { dutyId: "travel", count: 0, only: null },
    ]);
  });

  it("is asked of no executive on a day it needs nobody", () => {
    const office = onMonday({
      executives: [boss],
      daysOff: new Map([["north", new Map([[MONDAY, "A holiday"]])]]),
    });
    expect(depthsIn(office)).toEqual([]);
  });

  it("agrees with the rules of cover, executive by executive", () => {
    const assistants = [..."abcdefgh"].map((id, i) =>
      makeAssistant(id, {
        site: i % 2 ? "HQ" : "City",
        skills: new Map([["calendar", 1 + (i % 5)]]),
        languages: new Map(i % 3 ? [["sv", "C1" as const]] : []),
      }),
    );
    const executives = [..."stuvwx"].map((id, i) =>
      makeExecutive(id, {
        onsite: i % 2 === 0,
        site: i % 3 ? "HQ" : "City",
        languages: new Map(i % 2 ? [["sv", "B2" as const]] : []),
        duties: [makeDuty({ minProficiency: 1 + (i % 4), minutesPerDay: 60 + 60 * i })],
        supports: [makeSupport("abcdefgh"[i] ?? "a")],
      }),
    );
    const restrictions = [{ assistantId: "b", executiveId: "t", kind: "hard" as const, expiresOn: null }];
    const office = onMonday({ assistants, executives, restrictions });
    const grid = gridOf(office);
    const free = freeAfterCovers(grid);
    const standIns = standInsOf(grid, "north");
    for (const executive of executives) {
      const [duty] = executive.duties;
      if (!duty) throw new Error("an executive without a duty");
      const expected = assistants.filter(
        (one) =>
          executive.supports[0]?.assistantId !== one.id &&
          ineligibilities(office, one, executive, MONDAY).length === 0 &&
          (free.get(one.id) ?? []).every((minutes) => minutes >= Math.ceil((duty.minutesPerDay / 2) * 1.25)),
      );
      expect(standIns.peopleFor(executive, duty).sort(), executive.id).toEqual(expected.map((one) => one.id));
    }
  });
});

describe("on whom executives depend", () => {
  it("are those alone with an executive, and the only ones who could step in", () => {
    const executive = (executiveId: string, own: string, count: number, only: string | null) => ({
      executiveId,
      own: [own],
      duties: [{ dutyId: "calendar", count, only }],
      least: count,
    });
    expect(
      dependences([executive("x", "a", 0, null), executive("y", "b", 1, "c"), executive("z", "b", 4, null)]),
    ).toEqual([
      { assistantId: "a", alone: ["x"], onlyStandIn: [] },
      { assistantId: "c", alone: [], onlyStandIn: ["y"] },
    ]);
  });
});
