import type { Db } from "@/lib/db";
import { ChangeExecutiveInput, CreateExecutiveInput } from "@/lib/executives/schema";
import { AddProfileSectionInput, AddRoutineInput } from "@/lib/executives/schema-profile";
import type { Prisma } from "@/prisma/generated/client/client";

type Fields = Record<string, unknown>;

const OFFICE_HOURS = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, startsAtMinute: 480, endsAtMinute: 1020 }));

/** What a manager writes of a new executive. */
export function makeExecutive(poolId: string, overrides: Fields = {}): CreateExecutiveInput {
  return CreateExecutiveInput.parse({ name: "Nora New", email: "nora@office.example", poolId, ...overrides });
}

/** All of an executive, as it stands in an answer, with some of it changed. */
export function makeExecutiveChange(view: Fields, overrides: Fields = {}): ChangeExecutiveInput {
  const { userId, account, poolName, supportedBy, upcomingSupportHours, ...known } = view;
  return ChangeExecutiveInput.parse({ ...known, ...overrides });
}

/** What an executive or assistant writes in a profile. */
export function makeSection(executiveId: string, overrides: Fields = {}) {
  return AddProfileSectionInput.parse({
    executiveId,
    category: "calendar",
    title: "Mornings",
    body: "No meetings before nine.",
    ...overrides,
  });
}

/** What recurs at an executive: the agenda on Mondays. */
export function makeRecurring(executiveId: string, overrides: Fields = {}) {
  return AddRoutineInput.parse({ executiveId, text: "Print the agenda", weekdays: [1], ...overrides });
}

type Who = Pick<Prisma.ExecutiveUncheckedCreateInput, "userId" | "poolId">;

/** An executive who is supported in office hours, with an hour of calendar a day. */
export function createExecutive(db: Db, overrides: Who & Partial<Prisma.ExecutiveUncheckedCreateInput>) {
  return db.executive.create({
    data: {
      supportHours: { create: OFFICE_HOURS },
      dutyRequirements: { create: { dutyId: "calendar", minutesPerDay: 60, minProficiency: 3 } },
      ...overrides,
    },
  });
}
