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
import { PAGE_READS, type People, TODAY } from "../support/page-reads";
import { rowsLookedAt, statementsOf } from "../support/statements";

const MOST = 23;
/** A list that says what its rows do reads what a grid leaves out: who may, what was accepted, what balances hold. */
const MOST_FROM_GRID = 24;
const NAMES = Object.keys(PAGE_READS);
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

const reading = (name: string) => statementsOf(async () => PAGE_READS[name]?.(people));

describe("the statements of a page", () => {
  it.each(NAMES)("are as many for a large office as for a small one, and few: %s", async (name) => {
    await addPeople(poolId, 3);
    await addYears(0, 1);
    const small = await reading(name);
    await addPeople(poolId, 60);
    await addYears(1, 2);
    const large = await reading(name);
    expect(shapesOf(large)).toEqual(shapesOf(small));
    expect(large.length).toBeLessThanOrEqual(MOST);
  });
});

describe("the statements of what is answered from a grid", () => {
  it.each(Object.entries(GRID_READS))(
    "are as many for a large office as for a small one, and few: %s",
    async (_, read) => {
      await addPeople(poolId, 3);
      await addYears(0, 1);
      const anew = await statementsOf(() => read(people));
      const small = await statementsOf(() => read(people));
      await addPeople(poolId, 60);
      await addYears(1, 2);
      await read(people);
      const large = await statementsOf(() => read(people));
      expect(shapesOf(large)).toEqual(shapesOf(small));
      expect(large.length).toBeLessThanOrEqual(MOST_FROM_GRID);
      expect(anew.length).toBeLessThanOrEqual(MOST + 10);
    },
  );

  it.each(Object.entries(GRID_READS))(
    "look at no more rows after ten years than after one: %s",
    async (_, read) => {
      await addPeople(poolId, 150);
      await addYears(0, 1);
      const afterOne = await rowsLookedAt(await statementsOf(() => read(people)), HISTORY);
      await addYears(1, 10);
      const afterTen = await rowsLookedAt(await statementsOf(() => read(people)), HISTORY);
      expect(afterTen).toBeLessThanOrEqual(Math.max(200, 1.2 * afterOne));
    },
  );
});

describe("the rows a page looks at", () => {
  it.each(NAMES)("are not more after ten years than after one: %s", async (name) => {
    await addPeople(poolId, 150);
    await addYears(0, 1);
    const afterOne = await rowsLookedAt(await reading(name), HISTORY);
    await addYears(1, 10);
    const afterTen = await rowsLookedAt(await reading(name), HISTORY);
    expect(afterTen).toBeLessThanOrEqual(Math.max(200, 1.2 * afterOne));
  });
});
