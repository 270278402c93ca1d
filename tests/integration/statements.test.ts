import { beforeEach, describe, expect, it } from "vitest";
import type { Administrator } from "@/lib/actor";
import { openSession } from "@/lib/auth/session";
import type { Ctx } from "@/lib/context";
import { addDays, dayToDate } from "@/lib/time/day";
import {
  asAdministratorOf,
  asAssistantOf,
  asExecutiveOf,
  asManagerOf,
  MONDAY_MORNING,
} from "../support/contexts";
import { testDb } from "../support/database";
import { createRoles, createShift } from "../support/factories/schedules";
import { GRID_READS } from "../support/grid-reads";
import { addPeople, addYears } from "../support/offices/growing";
import { createLeaveOffice } from "../support/offices/leave";
import { PAGE_READS } from "../support/page-reads";
import { type People, type Read, TODAY } from "../support/page-reads/frames";
import { rowsLookedAt, type Statement, statementsOf } from "../support/statements";

const MOST = 23;
/** A list that says what its rows do reads what a grid leaves out: who may, what was accepted, what balances hold. */
const MOST_FROM_GRID = 24;
const HISTORY = ["absences", "coverage_assignments", "support_requests", "notifications"];

let poolId: string;
let people: People;

beforeEach(async () => {
  const office = await createLeaveOffice();
  poolId = office.ids.pool;
  const { phones: roleId } = await createRoles(testDb());
  await createShift(testDb(), {
    ...{ poolId, roleId, assistantId: office.ids.assistantId, createdById: office.manager.userId },
    ...{ on: dayToDate(addDays(TODAY, 21)), status: "published" },
  });
  people = {
    poolId,
    manager: await asManagerOf(office.manager.userId),
    assistant: await asAssistantOf(office.assistant.userId),
    executive: await asExecutiveOf(office.executive.userId),
    administrator: await administratorOf(office.manager.userId),
    sid: await openSession(testDb(), office.manager.userId, MONDAY_MORNING, { byFactor: true }),
  };
});

async function administratorOf(userId: string): Promise<Ctx<Administrator>> {
  await testDb().user.update({ where: { id: userId }, data: { isAdministrator: true } });
  return asAdministratorOf(userId);
}

/** The texts of statements, however many values a list in them has. */
function shapesOf(statements: readonly { text: string }[]): string[] {
  return statements
    .map(({ text }) => text.replace(/IN \((\$\d+,?)+\)/g, "IN (…)").replace(/\$\d+/g, "$"))
    .sort();
}

type Reads = Record<string, Read>;
type Asked = Record<string, Statement[]>;

/** What each of some pages asks, one after the other: an office is too dear to be made for each of them. */
async function statementsOfEach(reads: Reads): Promise<Asked> {
  const asked: Asked = {};
  for (const [name, read] of Object.entries(reads)) asked[name] = await statementsOf(() => read(people));
  return asked;
}

function shapesOfEach(asked: Asked): Record<string, string[]> {
  return Object.fromEntries(Object.entries(asked).map(([name, all]) => [name, shapesOf(all)]));
}

function namesOfMore(asked: Asked, most: number): string[] {
  return Object.keys(asked).filter((name) => (asked[name]?.length ?? 0) > most);
}

async function rowsOfEach(asked: Asked): Promise<Record<string, number>> {
  const rows: Record<string, number> = {};
  for (const [name, all] of Object.entries(asked)) rows[name] = await rowsLookedAt(all, HISTORY);
  return rows;
}

/** The pages that look at more rows of history after ten years than after one. */
async function growingWithTheYears(reads: Reads): Promise<string[]> {
  await addPeople(poolId, 150);
  await addYears(0, 1);
  const afterOne = await rowsOfEach(await statementsOfEach(reads));
  await addYears(1, 10);
  const afterTen = await rowsOfEach(await statementsOfEach(reads));
  return Object.keys(reads)
    .filter((name) => (afterTen[name] ?? 0) > Math.max(200, 1.2 * (afterOne[name] ?? 0)))
    .map((name) => `${name}: ${afterOne[name]} rows, ${afterTen[name]} after ten years`);
}

/** What pages ask of a small office and of a large one; with a grid that is kept, where they are answered from one. */
async function ofBothSizes(reads: Reads, isKept = false): Promise<{ small: Asked; large: Asked }> {
  await addPeople(poolId, 3);
  await addYears(0, 1);
  if (isKept) await statementsOfEach(reads);
  const small = await statementsOfEach(reads);
  await addPeople(poolId, 60);
  await addYears(1, 2);
  if (isKept) await statementsOfEach(reads);
  return { small, large: await statementsOfEach(reads) };
}

describe("the statements of a page", { timeout: 120_000 }, () => {
  it("are as many for a large office as for a small one, and few", async () => {
    const { small, large } = await ofBothSizes(PAGE_READS);
    expect(shapesOfEach(large)).toEqual(shapesOfEach(small));
    expect(namesOfMore(large, MOST)).toEqual([]);
  });

  it("look at no more rows after ten years than after one", async () => {
    expect(await growingWithTheYears(PAGE_READS)).toEqual([]);
  });
});

describe("the statements of what is answered from a grid", { timeout: 120_000 }, () => {
  it("are as many for a large office as for a small one, and few", async () => {
    const { small, large } = await ofBothSizes(GRID_READS, true);
    expect(shapesOfEach(large)).toEqual(shapesOfEach(small));
    expect(namesOfMore(large, MOST_FROM_GRID)).toEqual([]);
  });

  it.each(Object.entries(GRID_READS))("are few where no grid is kept yet: %s", async (_, read) => {
    await addPeople(poolId, 3);
    await addYears(0, 1);
    const anew = await statementsOf(() => read(people));
    expect(anew.length).toBeLessThanOrEqual(MOST + 10);
  });

  it("look at no more rows after ten years than after one", async () => {
    expect(await growingWithTheYears(GRID_READS)).toEqual([]);
  });
});
