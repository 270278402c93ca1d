import type { Ctx } from "@/lib/context";
import { requestEndsAt } from "@/lib/schedules/swaps/rules";
import { addDays, type Day, dayToDate } from "@/lib/time/day";
import type { DemoPool } from "./demo-office";
import { demoId } from "./draw";
import { assistantId, DEMO_ASSISTANT, MANAGER_ID, poolId, userId } from "./people";
import { PHONES } from "./schedule-setup";
import { type Planned, writeShifts } from "./schedule-shifts";

const HOUR_MS = 3_600_000;
const LATE = { startMinute: 17 * 60, endMinute: 18 * 60 };
const SKILL = 2;

/**
 * Shifts of the next week that are out already, and what people ask about them: a swap that both want, an hour at the phones
 * that its owner asks colleagues to take, and one that nobody has yet.
 */
export async function writeSwaps(
  tx: Ctx,
  pool: DemoPool,
  monday: Day,
  drafts: readonly Planned[],
): Promise<void> {
  const names = pool.assistants.map(({ name }) => name);
  const wednesday = addDays(monday, 2);
  const whole = (on: Day) =>
    drafts.filter(
      (shift) =>
        new Date(shift.on).getTime() === dayToDate(on).getTime() &&
        shift.startMinute === 8 * 60 &&
        shift.endMinute === 17 * 60,
    );
  const nameOf = (id: string | null | undefined) => names.find((name) => assistantId(name) === id) ?? "";
  const [front, support] = [
    whole(wednesday).find(({ work }) => work.length > 1),
    whole(wednesday).findLast(
      ({ work, assistantId: id }) => work.length === 1 && id !== assistantId(DEMO_ASSISTANT),
    ),
  ];
  if (front && support) await swapOf(tx, pool, wednesday, front, support, nameOf);
  await givenAway(tx, pool, addDays(monday, 1), whole(addDays(monday, 1)), nameOf);
  await openShift(tx, pool, addDays(monday, 3), whole(addDays(monday, 3)));
}

/** What these people do that day is out too: a published shift alone would be all of their day. */
async function publishDays(tx: Ctx, whole: readonly Planned[], people: readonly string[]): Promise<void> {
  const ofThem = whole.filter(({ assistantId: id }) => id && people.includes(id));
  await publishNow(
    tx,
    ofThem.map(({ id }) => id),
  );
}

async function publishNow(tx: Ctx, ids: readonly string[]): Promise<void> {
  await tx.db.shift.updateMany({ where: { id: { in: [...ids] } }, data: { status: "published" } });
}

async function swapOf(
  tx: Ctx,
  pool: DemoPool,
  on: Day,
  front: Planned,
  support: Planned,
  nameOf: (id: string | null | undefined) => string,
): Promise<void> {
  await publishNow(tx, [front.id, support.id]);
  const accepted = new Date(tx.now.getTime() - HOUR_MS);
  await tx.db.shiftRequest.create({
    data: {
      ...common(tx, pool, "swap", on, front),
      ...{ kind: "swap", withShiftId: support.id, withShiftVersion: 1, status: "pending_approval" },
      ...{ ownerId: front.assistantId ?? null, takerId: support.assistantId ?? null, acceptedAt: accepted },
      askedById: userId(nameOf(front.assistantId)),
      answers: {
        create: { assistantId: support.assistantId ?? "", answer: "accepted", answeredAt: accepted },
      },
    },
  });
}

/** An hour at the phones after a whole day, whose owner asks the demo assistant and two others. */
async function givenAway(
  tx: Ctx,
  pool: DemoPool,
  on: Day,
  whole: readonly Planned[],
  nameOf: (id: string | null | undefined) => string,
): Promise<void> {
  const able = await ableOf(tx, whole);
  const demo = assistantId(DEMO_ASSISTANT);
  const owner = able.find((id) => id !== demo);
  const others = whole.flatMap(({ assistantId: id }) => (id && id !== owner ? [id] : []));
  if (!owner || others.length === 0) return;
  const asked = [...others].sort((a, b) => Number(b === demo) - Number(a === demo)).slice(0, 3);
  await publishDays(tx, whole, [owner, ...asked]);
  const shift = await lateShift(tx, pool, on, owner);
  await tx.db.shiftRequest.create({
    data: {
      ...common(tx, pool, "drop", on, shift),
      ...{ kind: "drop", ownerId: owner, status: "pending_acceptance", askedById: userId(nameOf(owner)) },
      answers: { createMany: { data: asked.map((id) => ({ assistantId: id })) } },
    },
  });
}

async function openShift(tx: Ctx, pool: DemoPool, on: Day, whole: readonly Planned[]): Promise<void> {
  const shift = await lateShift(tx, pool, on, null);
  const able = (await ableOf(tx, whole)).filter((id) => id !== assistantId(DEMO_ASSISTANT));
  const [first, second] = able;
  if (!first || !second) return;
  await publishDays(tx, whole, [first, second]);
  const answers = [first, second].map((id) => ({
    ...{ assistantId: id, answer: "accepted" as const },
    answeredAt: new Date(tx.now.getTime() - HOUR_MS),
  }));
  await tx.db.shiftRequest.create({
    data: {
      ...common(tx, pool, "take", on, shift),
      ...{ kind: "take", status: "pending_approval", askedById: MANAGER_ID },
      answers: { createMany: { data: answers } },
    },
  });
}

/** Those of a day's shifts who know the phones well enough. */
async function ableOf(tx: Ctx, shifts: readonly Planned[]): Promise<string[]> {
  const ids = shifts.flatMap(({ assistantId: id }) => id ?? []);
  const rows = await tx.db.assistantSkill.findMany({
    where: { assistantId: { in: ids }, dutyId: "phones", proficiency: { gte: SKILL } },
    select: { assistantId: true },
  });
  const able = new Set(rows.map((row) => row.assistantId));
  return ids.filter((id) => able.has(id));
}

async function lateShift(tx: Ctx, pool: DemoPool, on: Day, owner: string | null): Promise<Planned> {
  const shift: Planned = {
    id: demoId("shift", `${pool.name} ${on} late`),
    ...{ poolId: poolId(pool), assistantId: owner, on: dayToDate(on), ...LATE },
    ...{ breakStartMinute: LATE.startMinute, breakMinutes: 0, status: "published" },
    ...{ createdById: MANAGER_ID, createdAt: tx.now },
    work: [{ ...LATE, roleId: PHONES }],
  };
  await writeShifts(tx, [shift]);
  return shift;
}

function common(tx: Ctx, pool: DemoPool, kind: string, on: Day, { id, startMinute }: Planned) {
  return {
    id: demoId("shift-request", `${pool.name} ${kind}`),
    ...{ poolId: poolId(pool), shiftId: id, shiftVersion: 1 },
    askedAt: new Date(tx.now.getTime() - 2 * HOUR_MS),
    expiresAt: requestEndsAt(pool.timeZone, [{ on, startMinute }]),
  };
}
