import { beforeEach, describe, expect, it } from "vitest";
import { listRiskDays, readRiskOffice } from "@/lib/coverage/what-if/queries-risk";
import { NotFoundError } from "@/lib/errors";
import { countTrainingNeed, findTrainingFor, listTrainingNeeds } from "@/lib/training/needs/queries";
import { putNeedAside, refreshPoolNeeds, refreshTrainingNeeds } from "@/lib/training/needs/service";
import { asSystem } from "../support/contexts";
import { testDb } from "../support/database";
import { createCourse } from "../support/factories/training";
import { type CoverageOffice, createCoverageOffice, createOtherManager } from "../support/offices/coverage";

let office: CoverageOffice;

/** Bo and Zoe ask for more than anybody beside their own holds; Dan, who lacks calendar alone, could be trained to it. */
beforeEach(async () => {
  office = await createCoverageOffice();
  await testDb().dutyRequirement.updateMany({
    where: { executiveId: { in: [office.ids.bo, office.ids.zoe] } },
    data: { minProficiency: 5 },
  });
});

const pool = () => ({ id: office.poolId, timeZone: "Europe/Stockholm" });

async function riskDaysOf(...names: (keyof CoverageOffice["ids"])[]): Promise<number> {
  const risk = await readRiskOffice(office.manager, pool());
  let days = 0;
  for (const name of names) days += (await listRiskDays(risk, office.ids[name])).length;
  return days;
}

async function train(name: keyof CoverageOffice["ids"], level: number): Promise<void> {
  await testDb().assistantSkill.updateMany({
    where: { assistantId: office.ids[name], dutyId: "calendar" },
    data: { proficiency: level },
  });
}

const ownNeeds = () => listTrainingNeeds(office.manager, office.poolId);

describe("the days on which somebody could not be away", () => {
  it("are those they work in the twelve weeks from next Monday, where nobody could cover", async () => {
    const risk = await readRiskOffice(office.manager, pool());
    expect([risk.from, risk.to]).toEqual(["2026-08-24", "2026-11-15"]);
    const ben = await listRiskDays(risk, office.ids.ben);
    expect(ben).toHaveLength(60);
    expect(ben[0]).toEqual({ on: "2026-08-24", executiveIds: [office.ids.bo] });
    // Cia does not work on Fridays: what is open then anyway is not counted.
    expect(await listRiskDays(risk, office.ids.cia)).toHaveLength(48);
    expect(await listRiskDays(risk, office.ids.dan)).toEqual([]);
  });
});

describe("a need for training", () => {
  it("says how many of these days a higher level removes, as the database has it once the level is held", async () => {
    const counted = await countTrainingNeed(office.manager, {
      assistantId: office.ids.dan,
      dutyId: "calendar",
      level: 5,
    });
    expect(counted.daysBefore).toBe(await riskDaysOf("ana", "ben", "cia"));
    expect(counted.executives.map(({ name }) => name).sort()).toEqual(["Bo Holm", "Yngve Falk", "Zoe Gran"]);
    await train("dan", 5);
    expect(counted.daysAfter).toBe(await riskDaysOf("ana", "ben", "cia"));
    expect(counted.daysAfter).toBeLessThan(counted.daysBefore);
  });

  it("is kept for each who could be trained, those first whose hour of training does most", async () => {
    const { id: courseId } = await createCourse(testDb(), {
      minutes: 240,
      grants: { create: { dutyId: "calendar", level: 5 } },
    });
    expect(await refreshPoolNeeds(office.manager, { poolId: office.poolId })).toMatchObject({ ok: true });
    const needs = await ownNeeds();
    expect(needs.find(({ assistantId }) => assistantId === office.ids.dan)).toMatchObject({
      ...{ dutyId: "calendar", level: 5, courseId, minutes: 240 },
    });
    const removed = needs.map(({ daysBefore, daysAfter }) => daysBefore - daysAfter);
    expect(removed).toEqual([...removed].sort((a, b) => b - a));
    expect(Math.min(...removed)).toBeGreaterThan(0);
  });

  it("is met once it removes nothing any more, and found again by the job", async () => {
    expect(await refreshTrainingNeeds(asSystem())).toEqual({ pools: 1 });
    expect(await ownNeeds()).not.toEqual([]);
    for (const name of ["ana", "ben", "cia", "dan"] as const) await train(name, 5);
    await refreshTrainingNeeds(asSystem());
    expect(await ownNeeds()).toEqual([]);
  });

  it("is put aside with a reason, and stays so", async () => {
    await refreshTrainingNeeds(asSystem());
    const [need] = await ownNeeds();
    const read = { id: need?.id ?? "", version: need?.version ?? 0 };
    expect(await putNeedAside(office.manager, { ...read, reason: "Leaves in May." })).toMatchObject({
      ok: true,
    });
    expect(await putNeedAside(office.manager, { ...read, reason: "Again." })).toMatchObject({
      reason: "changed_since_read",
    });
    await refreshTrainingNeeds(asSystem());
    expect((await ownNeeds()).map(({ id }) => id)).not.toContain(need?.id);
  });

  it("is offered at a gap of an executive whom the person could then cover", async () => {
    await refreshPoolNeeds(office.manager, { poolId: office.poolId });
    const asked = { executiveId: office.ids.bo };
    const found = await findTrainingFor(office.manager, asked);
    expect(found?.executives.map(({ id }) => id)).toContain(office.ids.bo);
    expect(found).toEqual((await ownNeeds()).find(({ id }) => id === found?.id));
    expect(await findTrainingFor(office.manager, { executiveId: office.ids.ana })).toBeNull();
    expect(await findTrainingFor(await createOtherManager(), asked)).toBeNull();
  });

  it("is known to whoever leads the pool", async () => {
    await refreshTrainingNeeds(asSystem());
    const stranger = await createOtherManager();
    expect(await listTrainingNeeds(stranger)).toEqual([]);
    await expect(refreshPoolNeeds(stranger, { poolId: office.poolId })).rejects.toThrow(NotFoundError);
    const input = { assistantId: office.ids.dan, dutyId: "calendar", level: 5 };
    await expect(countTrainingNeed(stranger, input)).rejects.toThrow(NotFoundError);
  });
});
