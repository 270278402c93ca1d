import { monitorEventLoopDelay } from "node:perf_hooks";
import { asAssistant, asManager, getPerson } from "@/lib/auth/person";
import type { StoredAnswer } from "@/lib/coverage/plans/rules-view";
import { acceptPlan, proposePlan } from "@/lib/coverage/plans/service";
import { tryWhatIf } from "@/lib/coverage/what-if/queries";
import { getLeavePreview } from "@/lib/coverage/what-if/queries-leave-preview";
import { createDb } from "@/lib/db";
import { importOffice } from "@/lib/imports/service";
import { settleRuns } from "@/lib/runs/service";
import { warmPlanner } from "@/lib/threads/threads";
import { addDays, day } from "@/lib/time/day";
import { isoWeekOf } from "@/lib/time/iso-week";
import { migrate } from "@/prisma/tooling/migrate";
import { startScratchDatabase } from "@/prisma/tooling/scratch";
import { makeOfficeCsv } from "../support/office-csv";

const [assistants = 250, executives = 625] = process.argv.slice(2).map(Number);
const MONDAY = day("2026-08-17");
const POOL = { timeZone: "Europe/Stockholm", holidayRegion: "SE" };

const database = await startScratchDatabase();
try {
  await migrate(database);
  const db = createDb(database.appUrl);
  const { id } = await db.user.create({ data: { email: "manager@office.example", name: "Manager" } });
  await db.pool.create({ data: { name: "Stockholm", ...POOL, managers: { create: { userId: id } } } });
  const files = makeOfficeCsv({ assistants, executives, absencesPerHundred: 80, awayFrom: MONDAY });
  const actorOf = async () => {
    const person = await getPerson(db, id, new Date());
    const actor = person && asManager(person);
    if (!actor) throw new Error("the bench has no manager");
    return actor;
  };
  const poolDefaults = POOL;
  const imported = await importOffice(
    { actor: await actorOf(), db, now: new Date() },
    { files, dryRun: false, poolDefaults },
  );
  if (!imported.ok || !imported.value.applied) throw new Error("the bench's office was not imported");
  warmPlanner();
  const actor = await actorOf();
  const pool = await db.assistant.groupBy({
    by: ["poolId"],
    _count: true,
    orderBy: { _count: { poolId: "desc" } },
  });
  const poolId = pool[0]?.poolId ?? "";
  console.log(
    `${assistants} assistants, ${executives} executives in ${pool.length} pools; the largest has ${pool[0]?._count}`,
  );
  // The first week warms the code up; a server that has planned before is what people meet.
  const PLANS = [
    { name: "first plan of the process", from: addDays(MONDAY, 7), mode: "repair" },
    { name: "plan", from: MONDAY, mode: "repair" },
    { name: "plan beside covers that stand", from: MONDAY, mode: "repair" },
    { name: "re-optimise", from: MONDAY, mode: "optimise" },
  ] as const;
  for (const { name, from, mode } of PLANS) {
    const input = { poolId, from, to: addDays(from, 6), mode };
    const delay = monitorEventLoopDelay({ resolution: 1 });
    delay.enable();
    const began = performance.now();
    const answer = await proposePlan({ actor, db, now: new Date() }, input);
    if (!answer.ok) throw new Error("not planned");
    const first = performance.now() - began;
    const before = await resultOf(answer.value.id);
    await settleRuns();
    const proven = performance.now() - began;
    const { result } = await resultOf(answer.value.id);
    delay.disable();
    const startedAccepting = performance.now();
    const { id } = answer.value;
    const { version } = await db.coveragePlan.findUniqueOrThrow({ where: { id }, select: { version: true } });
    const accepted = await acceptPlan({ actor, db, now: new Date() }, { id, version });
    console.log(name, {
      firstPlanMs: Math.round(first),
      firstStatus: before.result.status,
      firstUncovered: before.result.score.uncoveredWeight,
      firstQuality: before.result.score.quality,
      certificateMs: Math.round(proven),
      status: result.status,
      gap: result.gap,
      uncovered: result.score.uncoveredWeight,
      quality: result.score.quality,
      eventLoopP99Ms: delay.percentile(99) / 1e6,
      eventLoopMaxMs: delay.max / 1e6,
      acceptMs: Math.round(performance.now() - startedAccepting),
      accepted: accepted.ok ? accepted.value.covers : accepted.reason,
    });
  }

  const person = await db.assistant.findFirstOrThrow({
    where: { poolId, supportAssignments: { some: { role: "primary" } } },
    select: { userId: true },
  });
  const assistant = asAssistant((await getPerson(db, person.userId, new Date())) ?? actor);
  if (!assistant) throw new Error("the bench has no assistant");
  const now = new Date(`${MONDAY}T06:00:00Z`);
  for (const round of ["cold", "warm", "warm"]) {
    const delay = monitorEventLoopDelay({ resolution: 1 });
    delay.enable();
    const began = performance.now();
    const { days } = await getLeavePreview({ actor: assistant, db, now });
    const took = Math.round(performance.now() - began);
    delay.disable();
    const open = days.filter((one) => one.uncovered.length > 0).length;
    console.log(`leave preview, ${round}: ${took} ms, ${open} days marked, ${delayWords(delay)}`);
  }
  const weeks = 2;
  const changes = [{ kind: "no_cover" as const, weekday: 5 }];
  const asked = { poolId, week: isoWeekOf(MONDAY), weeks, changes };
  for (const round of ["cold", "warm", "warm"]) {
    const delay = monitorEventLoopDelay({ resolution: 1 });
    delay.enable();
    const askedAt = performance.now();
    const { before, after } = await tryWhatIf({ actor, db, now }, asked);
    const took = Math.round(performance.now() - askedAt);
    delay.disable();
    console.log(
      `what if, ${weeks} weeks, ${round}: ${took} ms, ${delayWords(delay)}`,
      before.planned,
      after.planned,
    );
  }

  function delayWords(delay: { percentile: (share: number) => number; max: number }) {
    return `event loop p99 ${(delay.percentile(99) / 1e6).toFixed(1)} ms, longest ${(delay.max / 1e6).toFixed(0)} ms`;
  }

  async function resultOf(planId: string) {
    const row = await db.coveragePlan.findUniqueOrThrow({ where: { id: planId } });
    return row.result as unknown as StoredAnswer;
  }
  await db.$disconnect();
} finally {
  await database.stop();
}
process.exit();
