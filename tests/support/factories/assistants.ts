import { ChangeAssistantInput, CreateAssistantInput } from "@/lib/assistants/schema";
import type { Db } from "@/lib/db";
import type { Prisma } from "@/prisma/generated/client/client";

type Fields = Record<string, unknown>;

const FULL_WEEK = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, startsAtMinute: 480, endsAtMinute: 1020 }));

/** What a manager writes of a new assistant. */
export function makeAssistant(poolId: string, overrides: Fields = {}): CreateAssistantInput {
  return CreateAssistantInput.parse({ name: "Nora New", email: "nora@office.example", poolId, ...overrides });
}

/** All of an assistant, as it stands in an answer, with some of it changed. */
export function makeAssistantChange(view: Fields, overrides: Fields = {}): ChangeAssistantInput {
  const { userId, account, poolName, upcomingHours, supports, ...known } = view;
  return ChangeAssistantInput.parse({ ...known, ...overrides });
}

type Who = Pick<Prisma.AssistantUncheckedCreateInput, "userId" | "poolId">;

/** An assistant who works full weeks and knows the calendar. */
export function createAssistant(db: Db, overrides: Who & Partial<Prisma.AssistantUncheckedCreateInput>) {
  return db.assistant.create({
    data: {
      workingPatterns: { create: FULL_WEEK },
      skills: { create: { dutyId: "calendar", proficiency: 4 } },
      ...overrides,
    },
  });
}
