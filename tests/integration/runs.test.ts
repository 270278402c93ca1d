import { beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import type { Person } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { getRun, getRunById } from "@/lib/runs/queries";
import type { RunKind } from "@/lib/runs/rules";
import { forgetEndedRuns, forgetRun, settleRuns, startRun, stopRun, waitForRun } from "@/lib/runs/service";
import { testDb } from "../support/database";

const KIND: RunKind<{ step: number }, { sum: number }> = {
  name: "sum",
  progress: z.object({ step: z.number() }),
  result: z.object({ sum: z.number() }),
};

let ctx: Ctx<Person>;

beforeEach(async () => {
  const user = await testDb().user.create({ data: { email: "m@x.example", name: "Mia" } });
  const actor = { userId: user.id, name: "Mia", locale: "en" as const } as Person;
  ctx = { actor, db: testDb(), now: new Date("2026-08-17T08:00:00Z") };
});

/** Work that ends when the test says so, or is told to stop. */
function openWork() {
  let end: (sum: number) => void = () => {};
  const work = ({ signal }: { signal: AbortSignal }) =>
    new Promise<{ sum: number }>((resolve) => {
      end = (sum) => resolve({ sum });
      signal.addEventListener("abort", () => resolve({ sum: -1 }));
    });
  return { work, end: (sum: number) => end(sum) };
}

/** As if the process that ran it had gone without a word. */
async function makeSilent(id: string): Promise<void> {
  await testDb()
    .$executeRaw`UPDATE runs SET heartbeat_at = now() - interval '1 minute' WHERE id = ${id}::uuid`;
}

describe("a run", () => {
  it("is seen while it goes on, with its progress, and leaves its result", async () => {
    const open = openWork();
    const id = await startRun(ctx, KIND, { key: "a", first: { step: 0 } }, (run) => {
      run.report({ step: 1 });
      return open.work(run);
    });
    expect(await getRun(ctx, KIND, "a")).toMatchObject({ id, status: "running", progress: { step: 0 } });
    await expect
      .poll(async () => (await getRun(ctx, KIND, "a"))?.progress, { timeout: 5_000 })
      .toEqual({ step: 1 });
    open.end(3);
    expect(await waitForRun(ctx, KIND, id, 5_000)).toMatchObject({ status: "done", result: { sum: 3 } });
  });

  it("is joined, not begun twice, while one about the same key goes on", async () => {
    const open = openWork();
    const start = () => startRun(ctx, KIND, { key: "a" }, open.work);
    const ids = await Promise.all([start(), start(), start()]);
    expect(new Set(ids).size).toBe(1);
    open.end(1);
    await settleRuns();
    expect(await start()).not.toBe(ids[0]);
    open.end(2);
  });

  it("stops when asked, and keeps the best so far", async () => {
    const id = await startRun(ctx, KIND, { key: "a" }, openWork().work);
    await stopRun(ctx, id);
    expect(await waitForRun(ctx, KIND, id, 5_000)).toMatchObject({ status: "stopped", result: { sum: -1 } });
  });

  it("stops within a second when another process wrote the wish", async () => {
    const id = await startRun(ctx, KIND, { key: "a" }, openWork().work);
    await testDb().run.update({ where: { id }, data: { stopAskedAt: ctx.now } });
    expect(await waitForRun(ctx, KIND, id, 5_000)).toMatchObject({ status: "stopped" });
  });

  it("that throws has failed, and what is not asked for is not kept", async () => {
    const id = await startRun(ctx, KIND, { key: "a" }, () => Promise.reject(new Error("no")));
    expect(await waitForRun(ctx, KIND, id, 5_000)).toMatchObject({ status: "failed", result: null });
    await forgetRun(ctx, id);
    expect(await getRunById(ctx, KIND, id)).toBeNull();
  });
});

describe("a run whose process has gone", () => {
  async function lostRun(): Promise<string> {
    const { id } = await testDb().run.create({
      data: { kind: "sum", key: "a", askedById: ctx.actor.userId },
      select: { id: true },
    });
    await makeSilent(id);
    return id;
  }

  it("reads as failed, and the same question begins anew", async () => {
    const id = await lostRun();
    expect(await getRun(ctx, KIND, "a")).toMatchObject({ id, status: "failed" });
    const open = openWork();
    expect(await startRun(ctx, KIND, { key: "a" }, open.work)).not.toBe(id);
    open.end(1);
  });

  it("ends at once when it is stopped", async () => {
    const id = await lostRun();
    await stopRun(ctx, id);
    expect(await getRunById(ctx, KIND, id)).toMatchObject({ status: "stopped" });
  });
});

it("a result that this version can't read is as if it weren't there", async () => {
  await testDb().run.create({
    data: {
      kind: "sum",
      key: "a",
      askedById: ctx.actor.userId,
      status: "done",
      result: { old: 1 },
      endedAt: ctx.now,
    },
  });
  expect(await getRun(ctx, KIND, "a")).toBeNull();
});

it("runs that ended a day ago are forgotten", async () => {
  const { now } = ctx;
  for (const hours of [1, 25])
    await testDb().run.create({
      data: {
        kind: "sum",
        key: `${hours}`,
        askedById: ctx.actor.userId,
        status: "done",
        endedAt: new Date(now.getTime() - hours * 3_600_000),
      },
    });
  await forgetEndedRuns({ db: testDb(), now, actor: null });
  expect((await testDb().run.findMany()).map((run) => run.key)).toEqual(["1"]);
});
