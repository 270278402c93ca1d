import { describe, expect, it } from "vitest";
import { fillWithRemedy, layFill, remediesOfHole } from "@/lib/schedules/fills/rules-explained";
import { explainShift } from "@/lib/schedules/fills/rules-next-best";
import type { FillQuestion } from "@/lib/schedules/fills/rules-stating";
import { recount } from "@/lib/schedules/roster/result/recount";
import { runFillDaysJob } from "@/lib/schedules/worker/fill-days-task";
import { addDays, day } from "@/lib/time/day";
import { wholeHalves } from "@/lib/time/stretch";
import { makeRosterRules, makeShift, PHONES } from "@/tests/support/factories/schedules";
import { makeFillQuestion, makeMember, makeNeed, makeRoster } from "@/tests/support/fill-questions";

const MONDAY = day("2026-08-17");
const TUESDAY = addDays(MONDAY, 1);
const ORDER = { seed: 1, budget: { patience: 20 } };
const AWAY = { isApproved: true, ...wholeHalves({ from: MONDAY, fromPart: "am", to: MONDAY, toPart: "pm" }) };
const rules = (changes: Partial<ReturnType<typeof makeRosterRules>["policy"]>) => {
  const made = makeRosterRules();
  return { ...made, policy: { ...made.policy, ...changes } };
};

async function filled(question: FillQuestion) {
  const found = await runFillDaysJob(question, ORDER);
  return layFill(question, found, []);
}

async function remediesFor(overrides: Parameters<typeof makeRoster>[1]) {
  const laid = await filled(makeFillQuestion([makeRoster(MONDAY, overrides)]));
  return { laid, remedies: remediesOfHole(laid, 0) };
}

describe("what would fill a hole", () => {
  it("is a longer day, tried with all rules", async () => {
    const late = makeNeed({ startMinute: 1_020, endMinute: 1_080 });
    const { laid, remedies } = await remediesFor({ demand: [late] });
    expect(laid.found.holes).toMatchObject([{ on: MONDAY, reasons: [{ reason: "not_working" }] }]);
    expect(remedies).toMatchObject([
      {
        remedy: { code: "longer_day", assistantId: "ana", on: MONDAY, startMinute: 480, endMinute: 1_080 },
        closes: 1,
        canUse: true,
      },
    ]);
    const strict = rules({ dayMinutes: 30 });
    expect((await remediesFor({ demand: [late], rules: strict })).remedies).toEqual([]);
  });

  it("is the next day beginning later where only the rest is too short, and using it leaves nothing open", async () => {
    const { laid, remedies } = await remediesFor({
      demand: [makeNeed({ startMinute: 900, endMinute: 1_020 })],
      shifts: [makeShift({ id: "00000000-0000-7000-8000-00000000000a", on: TUESDAY })],
      rules: rules({ restMinutes: 16 * 60 }),
    });
    expect(laid.found.holes).toMatchObject([{ reasons: [{ reason: "rest", assistantIds: ["ana"] }] }]);
    expect(remedies).toMatchObject([
      { remedy: { code: "begin_later", assistantId: "ana", on: TUESDAY, minute: 540 }, closes: 1 },
    ]);
    const used = remedies[0] && fillWithRemedy(laid, [], remedies[0]);
    expect(used?.found).toMatchObject({ holesBefore: 1, holes: [], proof: "heuristic" });
    expect(used?.found.shifts).toMatchObject([
      { on: MONDAY, startMinute: 900, replacesId: null },
      { on: TUESDAY, startMinute: 540, endMinute: 720, replacesId: "00000000-0000-7000-8000-00000000000a" },
    ]);
    const again = used && layFill(laid.question, used.found, used.decided);
    expect(again && recount(again.problem, again.assignments).unmet).toEqual([]);
  });

  it("is not what would leave somebody missing elsewhere", async () => {
    const { laid, remedies } = await remediesFor({
      demand: [
        makeNeed({ startMinute: 900, endMinute: 1_020 }),
        makeNeed({ weekday: 2, startMinute: 480, endMinute: 720 }),
      ],
      rules: rules({ restMinutes: 16 * 60 }),
    });
    expect(laid.found.holes).toMatchObject([{ on: MONDAY }]);
    expect(remedies).toEqual([]);
  });

  it("is an extra day, a person trained for the role, and one fewer where somebody stays", async () => {
    const at = (weekday: number) => makeNeed({ weekday, headcount: 2 });
    const off = makeMember(MONDAY, { id: "ben", usualHours: new Map() });
    const untrained = makeMember(MONDAY, { id: "cia", skills: new Map() });
    const { remedies } = await remediesFor({
      people: [makeMember(MONDAY), off, untrained],
      demand: [at(1), at(2)],
    });
    expect(remedies).toMatchObject([
      { remedy: { code: "extra_day", assistantId: "ben" }, closes: 1, canUse: true },
      {
        remedy: { code: "train", assistantId: "cia", dutyId: "calendar", level: 5 },
        closes: 2,
        canUse: false,
      },
      { remedy: { code: "one_less", on: MONDAY, left: 1 }, canUse: false },
    ]);
  });
});

describe("why somebody is proposed", () => {
  it("names who is next best and what that would make worse", async () => {
    const wish = { kind: "rather_not", weekday: 1, on: null, startMinute: 0, endMinute: 1_440 } as never;
    const ben = makeMember(MONDAY, { id: "ben", wishes: [wish] });
    const away = makeMember(MONDAY, { id: "cia", absences: [AWAY] });
    const laid = await filled(
      makeFillQuestion([makeRoster(MONDAY, { people: [makeMember(MONDAY), ben, away] })]),
    );
    expect(laid.found.shifts).toMatchObject([{ assistantId: "ana", work: [{ roleId: PHONES }] }]);
    expect(explainShift(laid, 0)).toMatchObject({
      reasons: ["own_hours"],
      next: { assistantId: "ben", missingMinutes: 0, wishesBroken: 1, workedMinutes: 0, isTurnUnfair: false },
      couldCount: 1,
      others: [{ reason: "away", assistantIds: ["cia"] }],
    });
  });

  it("says that nobody else could", async () => {
    const laid = await filled(makeFillQuestion([makeRoster(MONDAY)]));
    expect(explainShift(laid, 0)).toMatchObject({
      reasons: ["alone", "own_hours"],
      next: null,
      couldCount: 0,
    });
  });
});

describe("a fill", () => {
  it("leaves everybody the weekly rest of the pool, and doesn't call that proven", async () => {
    const question = makeFillQuestion([
      makeRoster(MONDAY, {
        demand: [1, 2, 3, 4, 5].map((weekday) => makeNeed({ weekday, startMinute: 480, endMinute: 1_020 })),
        rules: rules({ weeklyRestMinutes: 70 * 60 }),
      }),
    ]);
    const found = await runFillDaysJob(question, ORDER);
    expect(found.shifts.length).toBeLessThan(5);
    expect(found.shifts.length).toBeGreaterThan(2);
    expect(found).toMatchObject({ proof: "heuristic", isFewestHoles: false });
  });

  it("names whose planned days contradict a rule, and gives them nothing", async () => {
    const late = makeShift({ id: "l", startMinute: 900, endMinute: 1_380 });
    const early = makeShift({ id: "e", on: TUESDAY, startMinute: 360, endMinute: 600 });
    const published = [late, early].map((shift) => ({ ...shift, status: "published" as const }));
    const question = makeFillQuestion([
      makeRoster(MONDAY, { shifts: published, demand: [makeNeed({ weekday: 4 })] }),
    ]);
    expect(await runFillDaysJob(question, ORDER)).toMatchObject({
      shifts: [],
      contradictions: [{ assistantId: "ana", rule: "rest", days: [MONDAY, TUESDAY] }],
    });
  });

  it("fills the roles that are chosen", async () => {
    const question = { ...makeFillQuestion([makeRoster(MONDAY)]), roleIds: [] };
    expect(await runFillDaysJob(question, ORDER)).toMatchObject({ shifts: [], holesBefore: 0, holes: [] });
  });
});
