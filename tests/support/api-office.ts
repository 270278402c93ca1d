import { issueApiToken } from "@/lib/auth/api-token";
import { testDb } from "./database";

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

const WEEK = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, startsAtMinute: 480, endsAtMinute: 1020 }));

/** Two pools with a manager each; in the first an assistant who supports an executive, and a second assistant. */
export async function createOffice() {
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
  const ids = { pool: pool.id, otherPool: otherPool.id, assistantId, colleagueId, executiveId, supportId };
  return { manager, otherManager, assistant, colleague, executive, ids };
}

export type Office = Awaited<ReturnType<typeof createOffice>>;
