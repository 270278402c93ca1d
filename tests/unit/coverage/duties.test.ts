import { describe, expect, it } from "vitest";
import { fitFor } from "@/lib/coverage/candidates/rules-eligibility";
import { familiarityPercent } from "@/lib/coverage/candidates/rules-familiarity";
import { dependences, standInsOf } from "@/lib/coverage/candidates/rules-stand-ins";
import { gapsIn, ownIn, piecesIn } from "@/lib/coverage/demand/rules";
import { freeMinutes, gridOf } from "@/lib/coverage/demand/rules-grid";
import { slotState } from "@/lib/coverage/demand/rules-states";
import { problemOf } from "@/lib/coverage/plans/rules-problem";
import { servingIn } from "@/lib/coverage/serving/queries";
import { resultOf } from "@/lib/steps";
import { day } from "@/lib/time/day";
import {
  makeAssistant,
  makeAway,
  makeDuty,
  makeExecutive,
  makeOffice,
  makeOfficeCover,
  makeSupport,
} from "../../support/factories/coverage";

const MONDAY = { on: day("2026-08-17"), part: "am" } as const;
const AWAY = [makeAway("2026-08-17", "2026-08-21")];
const skills = new Map([
  ["calendar", 4],
  ["travel", 4],
]);

const ana = makeAssistant("ana", { skills });
const ben = makeAssistant("ben", { skills });
const cia = makeAssistant("cia", { skills });

const zoe = makeExecutive("zoe", {
  duties: [makeDuty(), makeDuty({ dutyId: "travel", minutesPerDay: 60 })],
  supports: [makeSupport("ben", { dutyIds: ["travel"] }), makeSupport("ana", { dutyIds: ["calendar"] })],
});

const all = { assistants: [ana, ben, cia], executives: [zoe] };
const withAnaAway = { ...all, assistants: [{ ...ana, absences: AWAY }, ben, cia] };

describe("an executive with a primary for each duty", () => {
  it("has both there with their own duties and minutes, first who does most", () => {
    const state = slotState(makeOffice(all), zoe, MONDAY);
    expect(state).toMatchObject({ status: "own", assistantId: "ana" });
    expect(ownIn(state)).toEqual([
      { assistantId: "ana", minutes: 60, dutyIds: ["calendar"] },
      { assistantId: "ben", minutes: 30, dutyIds: ["travel"] },
    ]);
    const free = freeMinutes(gridOf(makeOffice(all)));
    expect([free.get("ana")?.[0], free.get("ben")?.[0]]).toEqual([180, 210]);
  });

  it("is a gap in the duties of the one who is away only, while the other is there", () => {
    const state = slotState(makeOffice(withAnaAway), zoe, MONDAY);
    expect(state).toMatchObject({ status: "gap", minutes: 60 });
    expect(gapsIn(state)).toMatchObject([
      { dutyIds: ["calendar"], window: null, cause: { kind: "absence", assistantId: "ana" } },
    ]);
    expect(ownIn(state)).toEqual([{ assistantId: "ben", minutes: 30, dutyIds: ["travel"] }]);
  });

  it("is covered for these duties, also by a cover of all", () => {
    const covers = [makeOfficeCover("zoe", "cia")];
    const state = slotState(makeOffice({ ...withAnaAway, covers }), zoe, MONDAY);
    expect(state).toMatchObject({ status: "cover", assistantId: "cia", minutes: 60 });
    expect(piecesIn(state)).toMatchObject([{ dutyIds: ["calendar"], cover: { assistantId: "cia" } }]);
  });

  it("is served once by a cover where no duty takes minutes, though both are away", () => {
    const duties = zoe.duties.map((duty) => ({ ...duty, minutesPerDay: 0 }));
    const away = [makeAway("2026-08-17", "2026-08-17", "ben away")];
    const assistants = [{ ...ana, absences: AWAY }, { ...ben, absences: away }, cia];
    const executive = { ...zoe, duties };
    const covers = [makeOfficeCover("zoe", "cia")];
    const office = makeOffice({ assistants, executives: [executive], covers });
    expect(piecesIn(slotState(office, executive, MONDAY))).toMatchObject([
      { dutyIds: [], cover: { assistantId: "cia" } },
    ]);
  });

  it("is one gap of all duties for each cause when both are away", () => {
    const away = [makeAway("2026-08-17", "2026-08-17", "ben away")];
    const assistants = [{ ...ana, absences: AWAY }, { ...ben, absences: away }, cia];
    const state = slotState(makeOffice({ ...all, assistants }), zoe, MONDAY);
    expect(gapsIn(state)).toMatchObject([
      { dutyIds: ["calendar"], minutes: 60, cause: { absenceId: "away" } },
      { dutyIds: ["travel"], minutes: 30, cause: { absenceId: "ben away" } },
    ]);
    expect(ownIn(state)).toEqual([]);
  });

  it("asks the other one first when they share the duty", () => {
    const supports = [...zoe.supports, makeSupport("ben", { role: "shared", dutyIds: ["calendar"] })];
    const shared = { ...zoe, supports };
    const state = slotState(makeOffice({ ...withAnaAway, executives: [shared] }), shared, MONDAY);
    expect(state).toMatchObject({ status: "own", assistantId: "ben" });
    expect(ownIn(state)).toEqual([{ assistantId: "ben", minutes: 90, dutyIds: [] }]);
  });

  it("has an unassigned duty where nobody is named for it", () => {
    const half = { ...zoe, supports: [makeSupport("ana", { dutyIds: ["calendar"] })] };
    const state = slotState(makeOffice({ ...all, executives: [half] }), half, MONDAY);
    expect(gapsIn(state)).toMatchObject([{ dutyIds: ["travel"], cause: { kind: "unassigned" } }]);
  });

  it("is planned for the missing duties only, and the other primary may take them", () => {
    const { problem, parts } = problemOf(gridOf(makeOffice(withAnaAway)), "north");
    expect(problem.episodes).toMatchObject([{ executiveId: "zoe", absenceId: "away", weight: 1 }]);
    const [episode] = problem.episodes;
    expect(parts?.[episode?.id ?? ""]).toMatchObject({ dutyIds: ["calendar"] });
    expect(episode?.minutes.slice(0, 2)).toEqual([60, 60]);
    expect(episode?.candidates.map((one) => one.assistantId)).toEqual(["ben", "cia"]);
  });

  it("knows the other primary: fewer minutes and a better fit than for a stranger", () => {
    const office = makeOffice(withAnaAway);
    expect(familiarityPercent(office, "ben", zoe)).toBe(110);
    expect(familiarityPercent(office, "cia", zoe)).toBe(125);
    const continuityOf = (assistant: typeof ben) =>
      fitFor(office, assistant, zoe, MONDAY.on, ["calendar"]).continuity;
    expect([continuityOf(ben), continuityOf(cia)]).toEqual([65, 20]);
  });

  it("counts a backup as one only for the duties they are named for", () => {
    const supports = [...zoe.supports, makeSupport("cia", { role: "backup", dutyIds: ["travel"] })];
    const office = makeOffice({ ...withAnaAway, executives: [{ ...zoe, supports }] });
    const continuityOf = (dutyIds: string[]) =>
      fitFor(office, cia, { ...zoe, supports }, MONDAY.on, dutyIds).continuity;
    expect([continuityOf(["travel"]), continuityOf(["calendar"]), continuityOf([])]).toEqual([100, 20, 20]);
  });

  it("may have its other primary step in, and depends on the one of the duty nobody else can", () => {
    const office = makeOffice({ ...all, assistants: [ana, { ...ben, skills: new Map([["travel", 4]]) }] });
    const { depthsInSteps } = standInsOf(gridOf({ ...office, to: office.from }), "north");
    const [depth] = resultOf(depthsInSteps());
    expect(depth).toMatchObject({
      own: ["ana", "ben"],
      duties: [
        { dutyId: "calendar", count: 0, own: ["ana"] },
        { dutyId: "travel", count: 1, only: "ana", own: ["ben"] },
      ],
    });
    expect(dependences(depth ? [depth] : [])).toEqual([
      { assistantId: "ana", alone: ["zoe"], onlyStandIn: ["zoe"] },
    ]);
  });
});

describe("who serves a duty", () => {
  const serving = (office: ReturnType<typeof makeOffice>, dutyId: string | null) =>
    servingIn(office, slotState(office, zoe, MONDAY), 600, dutyId)?.assistantId ?? null;

  it("is its own primary; of no duty in particular the first of them", () => {
    const office = makeOffice(all);
    expect(["calendar", "travel", null].map((duty) => serving(office, duty))).toEqual(["ana", "ben", "ana"]);
  });

  it("is nobody while its primary is away, and the cover once there is one; the other primary of the rest", () => {
    const office = makeOffice(withAnaAway);
    expect(["calendar", "travel", null].map((duty) => serving(office, duty))).toEqual([null, "ben", "ben"]);
    const covered = makeOffice({ ...withAnaAway, covers: [makeOfficeCover("zoe", "cia")] });
    expect(["calendar", "travel", null].map((duty) => serving(covered, duty))).toEqual(["cia", "ben", "ben"]);
  });
});
