import { day } from "@/lib/time/day";
import { halfDayIndex } from "@/lib/time/half-day";
import { testDb } from "../database";
import { createFactor, createToken, createUser } from "../factories/accounts";
import { createAssistant } from "../factories/assistants";
import { createCover } from "../factories/covers";
import { createExecutive } from "../factories/executives";
import { createPool } from "../factories/pools";
import { createSupport } from "../factories/support";
import { fromSnapshot } from "../snapshot";

/** With a second factor, as managers must have. */
async function createManager(email: string): Promise<{ userId: string; token: string }> {
  const person = await createPerson(email);
  await createFactor(testDb(), person.userId);
  return person;
}

async function createPerson(email: string): Promise<{ userId: string; token: string }> {
  const { id: userId } = await createUser(testDb(), { email });
  return { userId, token: await createToken(testDb(), userId) };
}

const NO_COST = { uncoveredWeight: 0, misfit: 0, pieces: 0, fairness: 0, change: 0, quality: 0 };

/** A problem of one half-day with its plan, as the database keeps them. */
const planOf = ({ executiveId, assistantId }: { executiveId: string; assistantId: string }) => ({
  problem: {
    problem: {
      slots: 1,
      assistants: [{ id: assistantId, capacity: [240], expected: 240 }],
      episodes: [
        {
          id: executiveId,
          executiveId,
          absenceId: "unassigned",
          from: 0,
          to: 1,
          minutes: [30],
          weight: 1,
          candidates: [{ assistantId, misfit: 0 }],
        },
      ],
      pinned: [],
      prior: [],
      weights: { piece: 0, change: 0, fairness: [0, 0] },
    },
    slotIndexes: [halfDayIndex(day("2026-08-14"), "am")],
  },
  result: {
    result: {
      status: "optimal",
      assignments: [{ episodeId: executiveId, from: 0, to: 1, assistantId }],
      uncovered: [],
      score: NO_COST,
      lowerBound: null,
      gap: 0,
      inputHash: "another",
      solverVersion: "tests",
      elapsedMs: 1,
    },
    assignments: [],
    uncovered: [],
    ineligible: {},
  },
});

/** Two pools with a manager each; in the first an assistant who supports an executive, and a second assistant. */
export function createOffice() {
  return fromSnapshot("two pools", buildOffice);
}

/** The rows of that office, for offices that have more. */
export async function buildOffice() {
  const db = testDb();
  const manager = await createManager("manager@office.example");
  const otherManager = await createManager("other@office.example");
  const assistant = await createPerson("assistant@office.example");
  const colleague = await createPerson("colleague@office.example");
  const executive = await createPerson("executive@office.example");
  const pool = await createPool(db, { managerIds: [manager.userId] });
  const otherPool = await createPool(db, { name: "London", managerIds: [otherManager.userId] });
  await db.duty.create({ data: { id: "calendar", nameEn: "Calendar", nameSv: "Kalender" } });
  const poolId = pool.id;
  const { id: assistantId } = await createAssistant(db, { userId: assistant.userId, poolId });
  const { id: colleagueId } = await createAssistant(db, { userId: colleague.userId, poolId });
  const { id: executiveId } = await createExecutive(db, { userId: executive.userId, poolId });
  const { id: supportId } = await createSupport(db, { executiveId, assistantId });
  const { planId, coverId, changeId } = await createPlan(manager.userId, poolId, {
    executiveId,
    assistantId: colleagueId,
  });
  const ids = {
    planId,
    coverId,
    changeId,
    pool: pool.id,
    otherPool: otherPool.id,
    assistantId,
    colleagueId,
    executiveId,
    supportId,
  };
  return { manager, otherManager, assistant, colleague, executive, ids };
}

/** A plan that waits, one cover that stands, and the change that made it. */
async function createPlan(
  managerId: string,
  poolId: string,
  people: { executiveId: string; assistantId: string },
) {
  const on = new Date("2026-08-14");
  const plan = await testDb().coveragePlan.create({
    data: {
      poolId,
      fromOn: on,
      toOn: on,
      mode: "repair",
      ...planOf(people),
      inputHash: "another",
      solverVersion: "tests",
      createdById: managerId,
    },
    select: { id: true },
  });
  const cover = await createCover(testDb(), { ...people, startOn: on, endOn: on });
  const change = await testDb().coverageChange.create({
    data: { actorId: managerId, kind: "assigned", createdIds: [cover.id], releasedIds: [] },
    select: { id: true },
  });
  return { planId: plan.id, coverId: cover.id, changeId: change.id };
}

export type Office = Awaited<ReturnType<typeof buildOffice>>;
