import { fillKey } from "@/lib/schedules/fills/rules-run";
import { testDb } from "../database";
import { createRoles, createShift } from "../factories/schedules";
import type { LeaveOffice } from "./leave";

/** A draft, a role with its need, a template, and a publication that told the assistant of something. */
export async function createSchedule({ ids, manager }: LeaveOffice) {
  const { pool: poolId, assistantId } = ids;
  const { support: roleId } = await createRoles(testDb());
  const hours = { startMinute: 480, endMinute: 720 };
  const shift = await createShift(testDb(), { poolId, assistantId, roleId, createdById: manager.userId });
  const demand = await testDb().roleDemand.create({
    data: { poolId, roleId, weekday: 1, ...hours, headcount: 1 },
  });
  const template = await testDb().shiftTemplate.create({
    data: { poolId, name: "Morning", ...hours, breakMinutes: 0, work: [{ roleId, ...hours }] },
  });
  await testDb().scheduleWeek.create({ data: { poolId, week: "2026-W35", version: 3 } });
  const publication = await testDb().schedulePublication.create({
    data: {
      ...{ poolId, week: "2026-W34", number: 1, byId: manager.userId },
      receipts: { create: { assistantId, changes: [], firstDay: new Date("2026-08-17") } },
    },
  });
  return {
    ...(await createShiftRequest(
      { poolId, roleId, createdById: manager.userId },
      assistantId,
      ids.colleagueId,
    )),
    roleId,
    shiftId: shift.id,
    demandId: demand.id,
    templateId: template.id,
    publicationId: publication.id,
    fillId: await createFill(poolId, manager.userId),
  };
}

/** A fill of a week that has found nothing better than what is planned. */
async function createFill(poolId: string, askedById: string): Promise<string> {
  const about = { poolId, from: "2026-08-24", to: "2026-08-30" };
  const found = {
    ...{ shifts: [], holesBefore: 0, holes: [], overContractMinutes: 0, wishesBroken: 0 },
    ...{ people: [], contradictions: [] },
    ...{ proof: "optimal", isFewestHoles: true, gapPercent: 0, elapsedMs: 1 },
  };
  const { id } = await testDb().run.create({
    data: {
      ...{
        kind: "schedule_fill",
        key: fillKey(poolId, about.from, about.to),
        askedById,
        status: "done",
        endedAt: new Date("2026-08-17"),
      },
      progress: { ...about, stage: "cost" },
      result: { ...about, inputHash: "0", found },
    },
  });
  return id;
}

/** A published shift whose owner asks a colleague to take it, and an open one. */
async function createShiftRequest(
  row: { poolId: string; roleId: string; createdById: string },
  ownerId: string,
  colleagueId: string,
) {
  const published = { ...row, on: new Date("2026-08-26"), status: "published" as const };
  const shift = await createShift(testDb(), { ...published, assistantId: ownerId });
  const open = await createShift(testDb(), { ...published, assistantId: null });
  const request = await testDb().shiftRequest.create({
    data: {
      ...{
        poolId: row.poolId,
        kind: "drop",
        status: "pending_acceptance",
        shiftId: shift.id,
        shiftVersion: 1,
      },
      ...{ ownerId, askedById: row.createdById, askedAt: new Date("2026-08-17") },
      expiresAt: new Date("2026-08-26T04:00:00Z"),
      answers: { create: { assistantId: colleagueId } },
    },
  });
  return { shiftRequestId: request.id, openShiftId: open.id };
}
