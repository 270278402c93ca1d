import { beforeEach, describe, expect, it } from "vitest";
import type { Manager } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { listCandidates } from "@/lib/coverage/board/queries";
import { AssignCoverInput, CandidatesInput } from "@/lib/coverage/board/schema";
import { assignCover } from "@/lib/coverage/board/service";
import { ProposePlanInput } from "@/lib/coverage/plans/schema";
import { proposePlan } from "@/lib/coverage/plans/service";
import { NotFoundError, sqlStateOf } from "@/lib/errors";
import { ChangePoolInput } from "@/lib/pools/schema";
import { changePool } from "@/lib/pools/service";
import { day, dayToDate } from "@/lib/time/day";
import { shownPlan } from "@/tests/support/plans";
import { asManagerOf } from "../support/contexts";
import { testDb } from "../support/database";
import { type CoverageOffice, createCoverageOffice, WEEK } from "../support/offices/coverage";

let office: CoverageOffice;
let south: { manager: Ctx<Manager>; poolId: string; evaId: string };

beforeEach(async () => {
  office = await createCoverageOffice();
  const db = testDb();
  const lead = await db.user.create({ data: { email: "south@x.example", name: "Sven South" } });
  const pool = await db.pool.create({
    data: {
      name: "South",
      timeZone: "Europe/Stockholm",
      holidayRegion: "SE",
      managers: { create: { userId: lead.id } },
    },
  });
  const eva = await db.user.create({ data: { email: "eva@x.example", name: "Eva Ek" } });
  const { id: evaId } = await db.assistant.create({
    data: { userId: eva.id, poolId: pool.id, seniority: "senior", ftePercent: 100, site: "HQ" },
  });
  await db.workingPattern.createMany({
    data: [1, 2, 3, 4, 5].map((weekday) => ({
      assistantId: evaId,
      weekday,
      startsAtMinute: 480,
      endsAtMinute: 1020,
      validFrom: dayToDate(day("2026-01-01")),
    })),
  });
  await db.assistantSkill.createMany({
    data: ["calendar", "travel"].map((dutyId) => ({
      assistantId: evaId,
      dutyId,
      proficiency: 5,
    })),
  });
  south = { manager: await asManagerOf(lead.id), poolId: pool.id, evaId };
});

async function setLending(lendsTo: string[], more: Record<string, unknown> = {}) {
  const { version } = await testDb().pool.findUniqueOrThrow({ where: { id: south.poolId } });
  const settings = {
    name: "South",
    timeZone: "Europe/Stockholm",
    holidayRegion: "SE",
    holidayTypes: ["public"],
  };
  return changePool(
    south.manager,
    ChangePoolInput.parse({ id: south.poolId, version, ...settings, lendsTo, ...more }),
  );
}

const stretch = { from: WEEK.from, fromPart: "am", to: WEEK.to, toPart: "pm" };

function assignEva() {
  return assignCover(
    office.manager,
    AssignCoverInput.parse({ executiveId: office.ids.yngve, assistantId: south.evaId, ...stretch }),
  );
}

describe("borrowing from another pool", () => {
  it("is not possible where the pool does not lend", async () => {
    await expect(assignEva()).rejects.toThrow(NotFoundError);
    const candidates = await listCandidates(
      office.manager,
      CandidatesInput.parse({ executiveId: office.ids.yngve, ...stretch }),
    );
    expect(candidates.map((one) => one.assistantId)).not.toContain(south.evaId);
  });

  it("offers the lent people with their pool's name and a point taken off, and tells their manager", async () => {
    expect(await setLending([office.poolId])).toMatchObject({ ok: true });
    const candidates = await listCandidates(
      office.manager,
      CandidatesInput.parse({ executiveId: office.ids.yngve, ...stretch }),
    );
    const [eva, ben] = [south.evaId, office.ids.ben].map((id) =>
      candidates.find((c) => c.assistantId === id),
    );
    expect(eva).toMatchObject({ state: "free", lentBy: "South", fit: { otherPool: 10 } });
    expect(ben).toMatchObject({ lentBy: null, fit: { otherPool: 0 } });
    expect(await assignEva()).toMatchObject({ ok: true });
    const told = await testDb().notification.findMany({
      where: { kind: "assistant_lent" },
      orderBy: { id: "asc" },
    });
    expect(told).toMatchObject([
      {
        userId: south.manager.actor.userId,
        params: { assistant: "Eva Ek", executive: "Yngve Falk", pool: "North" },
      },
    ]);
  });

  it("is part of a plan, after the person's own executives and covers", async () => {
    await setLending([office.poolId]);
    const proposed = await proposePlan(
      office.manager,
      ProposePlanInput.parse({ poolId: office.poolId, ...WEEK }),
    );
    if (!proposed.ok) throw new Error("not planned");
    const plan = await shownPlan(office.manager, proposed.value.id);
    expect(plan.assignments.map((cover) => cover.assistantId)).toContain(south.evaId);
    expect(plan.names[south.evaId]).toBe("Eva Ek");
  });

  it("stops when the pool lends no longer", async () => {
    await setLending([office.poolId]);
    await setLending([]);
    await expect(assignEva()).rejects.toThrow(NotFoundError);
  });

  it("is refused between time zones, whichever pool moves, by the verb and by the database", async () => {
    await testDb().pool.update({ where: { id: office.poolId }, data: { timeZone: "Europe/London" } });
    expect(await setLending([office.poolId])).toMatchObject({ reason: "other_time_zone", path: "lendsTo" });
    await testDb().pool.update({ where: { id: office.poolId }, data: { timeZone: "Europe/Stockholm" } });
    await setLending([office.poolId]);
    expect(await setLending([office.poolId], { timeZone: "Europe/London" })).toMatchObject({
      reason: "other_time_zone",
    });
    const moved = testDb().pool.update({ where: { id: south.poolId }, data: { timeZone: "Europe/London" } });
    await expect(moved.catch((error) => sqlStateOf(error))).resolves.toBe("23514");
  });

  it("is not for a manager of the borrowing pool to set, nor with a pool that isn't there", async () => {
    const { version } = await testDb().pool.findUniqueOrThrow({ where: { id: south.poolId } });
    const input = ChangePoolInput.parse({
      id: south.poolId,
      version,
      name: "South",
      timeZone: "Europe/Stockholm",
      holidayRegion: "SE",
      lendsTo: [office.poolId],
    });
    await expect(changePool(office.manager, input)).rejects.toThrow(NotFoundError);
    await expect(setLending(["019ab3a0-0000-7000-8000-000000000001"])).rejects.toThrow(NotFoundError);
    await expect(setLending([south.poolId])).rejects.toThrow(NotFoundError);
  });
});
