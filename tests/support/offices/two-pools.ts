import { issueApiToken } from "@/lib/auth/api-token";
import { day } from "@/lib/time/day";
import { halfDayIndex } from "@/lib/time/half-day";
import { testDb } from "../database";
import { fromSnapshot } from "../snapshot";

async function createPerson(email: string): Promise<{ userId: string; token: string }> {
  const { id: userId } = await testDb().user.create({
    data: { email, name: `Person ${email.split("@")[0]}` },
    select: { id: true },
  });
  return { userId, token: await issueApiToken(testDb(), userId, "tests") };
}

async function createPool(name: string, managerId: string) {
  return testDb().pool.create({
    data: {
      name,
      timeZone: "Europe/Stockholm",
      holidayRegion: "SE",
      managers: { create: { userId: managerId } },
    },
    select: { id: true },
  });
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

const WEEK = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, startsAtMinute: 480, endsAtMinute: 1020 }));

/** Two pools with a manager each; in the first an assistant who supports an executive, and a second assistant. */
export function createOffice() {
  return fromSnapshot("two pools", buildOffice);
}

/** The rows of that office, for offices that have more. */
export async function buildOffice() {
  const db = testDb();
  const manager = await createPerson("manager@office.example");
  const otherManager = await createPerson("other@office.example");
  const assistant = await createPerson("assistant@office.example");
  const colleague = await createPerson("colleague@office.example");
  const executive = await createPerson("executive@office.example");
  const pool = await createPool("Stockholm", manager.userId);
  const otherPool = await createPool("London", otherManager.userId);
  await db.duty.create({ data: { id: "calendar", nameEn: "Calendar", nameSv: "Kalender" } });
  const asAssistant = (userId: string) =>
    db.assistant.create({
      data: {
        userId,
        poolId: pool.id,
        workingPatterns: { create: WEEK },
        skills: { create: { dutyId: "calendar", proficiency: 4 } },
      },
      select: { id: true },
    });
  const { id: assistantId } = await asAssistant(assistant.userId);
  const { id: colleagueId } = await asAssistant(colleague.userId);
  const { id: executiveId } = await db.executive.create({
    data: {
      userId: executive.userId,
      poolId: pool.id,
      supportHours: { create: WEEK },
      dutyRequirements: { create: { dutyId: "calendar", minutesPerDay: 60, minProficiency: 3 } },
    },
    select: { id: true },
  });
  const { id: supportId } = await db.supportAssignment.create({
    data: { executiveId, assistantId, role: "primary", fromOn: new Date("2026-01-01") },
    select: { id: true },
  });
  const { planId, coverId, changeId } = await createCover(manager.userId, pool.id, {
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
async function createCover(
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
  const cover = await testDb().coverageAssignment.create({
    data: { ...people, startOn: on, startPart: "am", endOn: on, endPart: "pm", status: "confirmed" },
    select: { id: true },
  });
  const change = await testDb().coverageChange.create({
    data: { actorId: managerId, kind: "assigned", createdIds: [cover.id], releasedIds: [] },
    select: { id: true },
  });
  return { planId: plan.id, coverId: cover.id, changeId: change.id };
}

export type Office = Awaited<ReturnType<typeof buildOffice>>;
