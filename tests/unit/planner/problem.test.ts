import { describe, expect, it } from "vitest";
import { type PlanProblem, parseProblem } from "@/lib/coverage/planner/problem/problem";
import { item } from "@/lib/solver/arrays";

const sound = {
  slots: 4,
  assistants: [
    { id: "a1", capacity: [60, 60, 0, 60], expected: 60 },
    { id: "a2", capacity: [60, 60, 60, 60], expected: 60 },
  ],
  episodes: [
    {
      id: "x1",
      executiveId: "e1",
      absenceId: "b1",
      from: 0,
      to: 3,
      minutes: [40, 0, 40],
      weight: 2,
      candidates: [
        { assistantId: "a1", misfit: 5 },
        { assistantId: "a2", misfit: 9, minutes: [50, 0, 70] },
      ],
    },
    {
      id: "x2",
      executiveId: "e2",
      absenceId: "b1",
      from: 0,
      to: 1,
      minutes: [30],
      weight: 1,
      candidates: [{ assistantId: "a1", misfit: 5 }],
    },
  ],
  pinned: [{ episodeId: "x1", slot: 0, assistantId: "a1" }],
  prior: [],
  weights: { piece: 150, change: 40, fairness: [2, 6] },
} satisfies PlanProblem;

type Break = (document: PlanProblem & Record<string, unknown>) => void;
const pin = (episodeId: string, slot: number, assistantId: string) => ({ episodeId, slot, assistantId });

const refusals: [name: string, path: string, reason: RegExp, spoil: Break][] = [
  ["a negative number", "slots", /negative/, (d) => (d.slots = -1)],
  ["a fraction", "assistants[0].expected", /whole/, (d) => (item(d.assistants, 0).expected = 1.5)],
  ["an unknown key", "", /colour/, (d) => (d.colour = "red")],
  ["a short capacity", "assistants[1].capacity", /per slot/, (d) => item(d.assistants, 1).capacity.pop()],
  ["a duplicate assistant", "assistants[1].id", /twice/, (d) => (item(d.assistants, 1).id = "a1")],
  ["a duplicate episode", "episodes[1].id", /twice/, (d) => (item(d.episodes, 1).id = "x1")],
  ["from after to", "episodes[0].from", /before/, (d) => (item(d.episodes, 0).from = 3)],
  ["an episode beyond the horizon", "episodes[0].to", /beyond/, (d) => (item(d.episodes, 0).to = 5)],
  ["wrong minutes", "episodes[0].minutes", /per slot/, (d) => item(d.episodes, 0).minutes.push(1)],
  [
    "an unknown candidate",
    "episodes[1].candidates[0].assistantId",
    /not an assistant/,
    (d) => (item(item(d.episodes, 1).candidates, 0).assistantId = "a9"),
  ],
  [
    "a candidate twice",
    "episodes[0].candidates[1].assistantId",
    /twice/,
    (d) => (item(item(d.episodes, 0).candidates, 1).assistantId = "a1"),
  ],
  [
    "wrong candidate minutes",
    "episodes[0].candidates[1].minutes",
    /per slot/,
    (d) => item(item(d.episodes, 0).candidates, 1).minutes?.pop(),
  ],
  [
    "a misfit above 1000",
    "episodes[0].candidates[0].misfit",
    /1000/,
    (d) => (item(item(d.episodes, 0).candidates, 0).misfit = 1001),
  ],
  [
    "a pin of an unknown episode",
    "pinned[0].episodeId",
    /not an episode/,
    (d) => (d.pinned = [pin("x9", 0, "a1")]),
  ],
  [
    "a pin of an unknown person",
    "pinned[0].assistantId",
    /not an assistant/,
    (d) => (d.pinned = [pin("x1", 0, "a9")]),
  ],
  ["a pin outside its episode", "pinned[0].slot", /outside/, (d) => (d.pinned = [pin("x1", 3, "a1")])],
  ["a pin without demand", "pinned[0].slot", /no demand/, (d) => (d.pinned = [pin("x1", 1, "a1")])],
  ["a pin of someone not at work", "pinned[0].slot", /not at work/, (d) => (d.pinned = [pin("x1", 2, "a1")])],
  [
    "a pin of no candidate",
    "pinned[0].assistantId",
    /not a candidate/,
    (d) => (d.pinned = [pin("x2", 0, "a2")]),
  ],
  ["a pin above capacity", "pinned[0]", /has 60/, (d) => (d.pinned = [pin("x1", 2, "a2")])],
  ["pins above capacity together", "pinned[1]", /take 70/, (d) => d.pinned.push(pin("x2", 0, "a1"))],
  ["pins that contradict", "pinned[1]", /contradicts/, (d) => d.pinned.push(pin("x1", 0, "a2"))],
  ["a prior outside its episode", "prior[0].slot", /outside/, (d) => (d.prior = [pin("x2", 1, "a1")])],
  ["a prior given twice", "prior[1]", /repeats/, (d) => (d.prior = [pin("x2", 0, "a1"), pin("x2", 0, "a1")])],
];

describe("reading a planning document", () => {
  it("accepts a sound one", () => {
    expect(parseProblem(sound)).toMatchObject({ ok: true });
  });

  it.each(refusals)("refuses %s with its path", (_, path, reason, spoil) => {
    const document = structuredClone(sound) as PlanProblem & Record<string, unknown>;
    spoil(document);
    const refusal = parseProblem(document);
    expect(refusal).toMatchObject({ ok: false, reason: "bad_problem", path });
    expect(refusal.ok ? "" : refusal.details?.message).toMatch(reason);
  });

  it.each([null, 3, "text", [], {}])("refuses %j without throwing", (document) => {
    expect(parseProblem(document)).toMatchObject({ ok: false, reason: "bad_problem" });
  });
});
