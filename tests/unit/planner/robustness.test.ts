import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plan } from "@/lib/coverage/planner/plan";
import { type PlanProblem, parseProblem } from "@/lib/coverage/planner/problem/problem";
import { verify } from "@/lib/coverage/planner/result/verify";
import { cases } from "@/tests/support/deep";
import { makeTinyProblem } from "@/tests/support/tiny-problems";
import { runTool } from "@/tests/support/tools";

const junk = fc.oneof(
  fc.constantFrom(null, undefined, -1, 0, 1, 0.5, 2_000_000, Number.NaN, "", "a0", [], {}, true),
  fc.integer(),
);

function placesOf(value: unknown, path: (string | number)[] = []): (string | number)[][] {
  if (typeof value !== "object" || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, inner]) => placesOf(inner, [...path, key]))];
}

function replaced(value: unknown, path: readonly (string | number)[], by: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return by;
  const copy = Array.isArray(value) ? [...value] : { ...(value as object) };
  Reflect.set(copy, key, replaced(Reflect.get(copy, key), rest, by));
  return copy;
}

describe("a document spoilt anywhere", () => {
  it("is refused with a path and a reason, or planned", () =>
    fc.assert(
      fc.asyncProperty(fc.nat(10_000), fc.nat(), junk, async (seed, at, by) => {
        const problem = makeTinyProblem(seed, { pins: true, prior: true });
        const places = placesOf(problem);
        const parsed = parseProblem(replaced(problem, places[at % places.length] ?? [], by));
        if (!parsed.ok) {
          expect(parsed).toMatchObject({ reason: "bad_problem", path: expect.any(String) });
          expect(String(parsed.details?.message)).not.toBe("");
          return;
        }
        const order = { seed: 1, budget: { iterations: 20 }, mode: "repair", solver: "none" } as const;
        const result = await plan(parsed.value, order);
        expect(verify(parsed.value, result)).toMatchObject({ ok: true });
      }),
      { numRuns: cases({ ordinary: 100, deep: 1000 }), seed: 11 },
    ));
});

describe("odd shapes", () => {
  const one = (change: Partial<PlanProblem>): PlanProblem => ({ ...makeTinyProblem(3), ...change });

  it("plans one episode over hundreds of slots", async () => {
    const slots = 300;
    const full = (minutes: number) => new Array<number>(slots).fill(minutes);
    const assistants = ["a", "b", "c"].map((id, place) => ({
      id,
      capacity: full(60).map((minutes, slot) => (slot % (7 + place) === 0 ? 0 : minutes)),
      expected: 100_000,
    }));
    const candidates = assistants.map(({ id }, place) => ({ assistantId: id, misfit: 10 * place }));
    const span = { from: 0, to: slots, minutes: full(30), weight: 1, candidates };
    const problem = one({
      slots,
      assistants,
      episodes: [{ id: "x", executiveId: "e", absenceId: "b", ...span }],
    });
    const result = await plan(problem, { seed: 1, budget: { iterations: 50 }, mode: "optimise" });
    expect(verify(problem, result)).toMatchObject({ ok: true });
    expect(result.status).toBe("optimal");
  });

  it("keeps the order of the aims under weights of a million", async () => {
    const weights = { piece: 1_000_000, change: 0, fairness: [1_000_000, 1_000_000] as [number, number] };
    const assistants = [
      { id: "a", capacity: [2], expected: 0 },
      { id: "b", capacity: [2], expected: 0 },
    ];
    const candidates = assistants.map(({ id }) => ({ assistantId: id, misfit: 1000 }));
    const make = (id: string, weight: number, minutes: number) => ({
      id,
      executiveId: id,
      absenceId: "b",
      from: 0,
      to: 1,
      minutes: [minutes],
      weight,
      candidates,
    });
    const episodes = [make("x", 1_000_000, 1), make("y", 1, 1), make("z", 1_000_000, 2)];
    const problem = one({ slots: 1, assistants, episodes, pinned: [], prior: [], weights });
    const result = await plan(problem, { seed: 1, budget: {}, mode: "optimise" });
    expect(result).toMatchObject({ status: "optimal", uncovered: [] });
  });
});

describe("the command", () => {
  const folder = mkdtempSync(join(tmpdir(), "plan-"));
  const run = (...args: string[]) => runTool("plan-cli", args);

  it("prints nothing but the result, and exits 0", async () => {
    const file = join(folder, "sound.json");
    writeFileSync(file, JSON.stringify(makeTinyProblem(5)));
    const { code, stdout } = await run(file, "--budget-ms", "2000");
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ status: "optimal", gap: 0 });
  });

  it.each([
    ["a missing file", ["nowhere.json"]],
    ["an unknown flag", ["--colour", "red"]],
    ["a budget that is no number", ["x.json", "--budget-ms", "soon"]],
    ["a document that is none", [join(folder, "bad.json")]],
  ])("refuses %s with 2 and a reason", async (_, args) => {
    writeFileSync(join(folder, "bad.json"), '{"slots": -1}');
    const { code, stdout, stderr } = await run(...args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(/^refused: /);
    expect(stderr).not.toMatch(/\n\s+at /);
  });
});
