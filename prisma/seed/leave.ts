import "server-only";
import type { Ctx } from "@/lib/context";
import { columnsOfSpan } from "@/lib/covers/rules-extent";
import { addDays, type Day, dayToDate } from "@/lib/time/day";
import { absenceId, indexOf } from "./absences";
import type { DemoPool } from "./demo-office";
import { demoId } from "./draw";
import { assistantId, DEMO_ASSISTANT, MANAGER_ID, poolId, SECOND_MANAGER_ID, userId } from "./people";

/** Days a full-time year gives, in hundredths, and how many may be taken into the next. */
const YEARLY: Record<string, { amount: number; carryOverMost: number; carryOverUntil: string | null }> = {
  Stockholm: { amount: 3000, carryOverMost: 500, carryOverUntil: null },
  London: { amount: 2800, carryOverMost: 500, carryOverUntil: "03-31" },
};
const OVERTIME = [
  { who: DEMO_ASSISTANT, minutes: 450, reason: "Stannade för styrelsemiddagen och gästernas taxi." },
  { who: "Priya Sharma", minutes: 240, reason: "Saturday with the auditors." },
];

/** What a year gives, overtime earned, days when people are needed, who may not be away together, and who decides. */
export async function writeLeave(ctx: Ctx, pools: readonly DemoPool[], monday: Day): Promise<void> {
  const firstYear = Number(monday.slice(0, 4)) - 1;
  await ctx.db.leaveEntitlement.createMany({
    data: pools.flatMap((pool) => {
      const given = YEARLY[pool.name];
      return given ? [{ poolId: poolId(pool), leaveTypeId: "vacation", firstYear, ...given }] : [];
    }),
  });
  await ctx.db.leaveAdjustment.createMany({
    data: OVERTIME.map(({ who, minutes, reason }) => ({
      id: demoId("overtime", who),
      assistantId: assistantId(who),
      leaveTypeId: "toil",
      effectiveOn: dayToDate(addDays(monday, -10)),
      amount: minutes,
      reason,
      createdById: MANAGER_ID,
      createdAt: dayToDate(addDays(monday, -7)),
    })),
  });
  for (const pool of pools) await writePlanning(ctx, pool, monday);
  await writeWaiting(ctx, monday);
}

async function writePlanning({ db }: Ctx, pool: DemoPool, monday: Day): Promise<void> {
  const weeks = (first: number, days: number) => ({
    fromOn: dayToDate(addDays(monday, 7 * first)),
    toOn: dayToDate(addDays(monday, 7 * first + days)),
  });
  const id = (what: string) => demoId(what, pool.name);
  const [report, move, group] =
    pool.locale === "sv"
      ? ["Årsredovisning", "Kontorsflytt", "Ledningens assistenter"]
      : ["Annual report", "Office move", "Board assistants"];
  await db.blackoutPeriod.createMany({
    data: [
      { id: id("soft"), poolId: poolId(pool), name: report, kind: "soft", ...weeks(4, 4) },
      { id: id("hard"), poolId: poolId(pool), name: move, kind: "hard", ...weeks(9, 2) },
    ],
  });
  const [first, second] = pool.assistants;
  if (!first || !second) return;
  await db.apartGroup.create({
    data: {
      id: id("group"),
      poolId: poolId(pool),
      name: group,
      mostAway: 1,
      members: { create: [first, second].map(({ name }) => ({ assistantId: assistantId(name) })) },
    },
  });
}

/** Leave that waits in each way it can: by the hour, after a first decision, and to be taken back. */
async function writeWaiting(ctx: Ctx, monday: Day): Promise<void> {
  await askByTheHour(ctx, monday);
  const provisional = absenceId("Hannah Clarke", indexOf("4 Thu", monday, "am"));
  const wanted = absenceId("Peter Holmgren", indexOf("5 Mon", monday, "am"));
  await ctx.db.poolLeavePolicy.create({
    data: { poolId: demoPoolId("London"), approvalStages: 2 },
  });
  await ctx.db.absence.update({
    where: { id: provisional },
    data: { status: "provisionally_approved", firstDeciderId: SECOND_MANAGER_ID, decidedAt: ctx.now },
  });
  const taken = await ctx.db.absence.findUniqueOrThrow({ where: { id: wanted } });
  await ctx.db.absence.update({
    where: { id: wanted },
    data: { status: "cancellation_requested", cancelFromOn: taken.startOn, cancelFromPart: "am" },
  });
  await addStep(ctx, provisional, SECOND_MANAGER_ID, "approved_provisionally", "Fine by me.");
  await addStep(ctx, wanted, userId("Peter Holmgren"), "cancellation_asked", "Stugan blev inte av.");
}

function demoPoolId(name: string): string {
  return poolId({ name } as DemoPool);
}

async function askByTheHour(ctx: Ctx, monday: Day): Promise<void> {
  const who = DEMO_ASSISTANT;
  const half = indexOf("2 Wed pm", monday, "pm");
  const id = absenceId(who, half);
  await ctx.db.absence.create({
    data: {
      id,
      assistantId: assistantId(who),
      leaveTypeId: "toil",
      ...columnsOfSpan({ first: half, last: half }),
      startMinute: 15 * 60,
      endMinute: 17 * 60,
      status: "requested",
      createdAt: ctx.now,
    },
    select: { id: true },
  });
  await addStep(ctx, id, userId(who), "requested", "");
}

async function addStep(
  ctx: Ctx,
  id: string,
  actorId: string,
  action: string,
  comment: string,
): Promise<void> {
  const row = await ctx.db.absence.findUniqueOrThrow({ where: { id } });
  const { startOn, startPart, endOn, endPart, startMinute, endMinute, status } = row;
  const stretch = { startOn, startPart, endOn, endPart, startMinute, endMinute };
  await ctx.db.absenceStep.create({
    data: { absenceId: id, at: ctx.now, actorId, action, status, comment, ...stretch },
    select: { id: true },
  });
}
