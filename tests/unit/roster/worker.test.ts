import { Worker } from "node:worker_threads";
import { afterEach, expect, it, vi } from "vitest";
import { parseRosterProblem, type RosterProblem } from "@/lib/schedules/roster/problem/problem";
import { verifyRoster } from "@/lib/schedules/roster/result/verify";
import { fillInWorker } from "@/lib/schedules/worker/fill";
import { makeOfficeRoster } from "@/tests/support/roster-instances";

const problem = read();
const order = { seed: 1, budget: { ms: 20_000 } };

afterEach(() => vi.restoreAllMocks());

it("fills in a thread while this one stays free", async () => {
  let ticks = 0;
  const ticking = setInterval(() => ticks++, 5);
  const heard: string[] = [];
  const result = await fillInWorker(problem, order, { onProgress: ({ stage }) => heard.push(stage) });
  clearInterval(ticking);
  expect(result.status).toBe("optimal");
  expect(heard[0]).toBe("first");
  expect(ticks).toBeGreaterThan(5);
});

it("returns the best so far when the call is aborted", async () => {
  const result = await fillInWorker(problem, order, { signal: AbortSignal.abort() });
  expect(result.status).toBe("cancelled");
  expect(verifyRoster(problem, result)).toMatchObject({ ok: true });
});

it("answers within a second of being stopped, whatever the solver is at", async () => {
  const large = read({ people: 60, weeks: 4, seed: 1 });
  const stop = new AbortController();
  let stopped = 0;
  const result = await fillInWorker(
    large,
    { seed: 1, budget: { ms: 60_000 } },
    {
      signal: stop.signal,
      onProgress: ({ stage }) => {
        if (stage !== "unmet" || stopped > 0) return;
        setTimeout(() => {
          stopped = performance.now();
          stop.abort();
        }, 400);
      },
    },
  );
  expect(performance.now() - stopped).toBeLessThan(5_000);
  expect(result.status).toBe("cancelled");
  expect(verifyRoster(large, result)).toMatchObject({ ok: true });
});

it("fills by search alone when the thread dies", async () => {
  vi.spyOn(Worker.prototype, "postMessage").mockImplementation(function (this: Worker) {
    void this.terminate();
  });
  const result = await fillInWorker(problem, { ...order, budget: { patience: 5 } });
  expect(result).toMatchObject({ status: "heuristic", lowerBound: null });
  expect(verifyRoster(problem, result)).toMatchObject({ ok: true });
});

function read(size = { people: 10, weeks: 1, seed: 8 }): RosterProblem {
  const parsed = parseRosterProblem(makeOfficeRoster(size));
  if (!parsed.ok) throw new Error(parsed.path);
  return parsed.value;
}
