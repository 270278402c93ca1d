import type { Db } from "@/lib/db";
import { DEFAULT_POLICY } from "@/lib/schedules/setup/rules";
import type { PlannedShift } from "@/lib/schedules/week/rules";
import type { RosterPerson, RosterRules } from "@/lib/schedules/week/rules-person";
import { day } from "@/lib/time/day";
import type { Prisma } from "@/prisma/generated/client/client";

export const SUPPORT = "00000000-0000-7000-8000-000000000001";
export const PHONES = "00000000-0000-7000-8000-000000000002";

/** A draft of Monday 17 August 2026, 08–12 with executives. */
export function makeShift(overrides: Partial<PlannedShift> & { id: string }): PlannedShift {
  const { startMinute = 480, endMinute = 720 } = overrides;
  return {
    assistantId: "ana",
    on: day("2026-08-17"),
    breakStartMinute: startMinute,
    breakMinutes: 0,
    work: [{ roleId: SUPPORT, startMinute, endMinute }],
    status: "draft",
    version: 1,
    supersedesId: null,
    isRemoval: false,
    ...overrides,
    startMinute,
    endMinute,
  };
}

export function makeRosterPerson(overrides: Partial<RosterPerson> = {}): RosterPerson {
  const skills = new Map([["calendar", 4]]);
  return {
    id: "ana",
    hiredOn: null,
    leavesOn: null,
    skills,
    absences: [],
    wishes: [],
    contractMinutes: 2400,
    ...overrides,
  };
}

export function makeRosterRules(overrides: Partial<RosterRules> = {}): RosterRules {
  return {
    policy: DEFAULT_POLICY,
    timeZone: "Europe/Stockholm",
    daysOff: new Map(),
    roles: new Map([
      [SUPPORT, { dutyId: null, minProficiency: 1 }],
      [PHONES, { dutyId: "calendar", minProficiency: 5 }],
    ]),
    ...overrides,
  };
}

/** Roles of an office, unless they are there: one with executives, one away from them. */
export async function createRoles(db: Db): Promise<{ support: string; phones: string }> {
  await db.workRole.createMany({
    data: [
      { nameEn: "Support", nameSv: "Stöd", isWithExecutives: true, sortOrder: 1 },
      { nameEn: "Phones", nameSv: "Telefon", sortOrder: 2 },
    ],
    skipDuplicates: true,
  });
  const of = (nameEn: string) => db.workRole.findFirstOrThrow({ where: { nameEn, isRetired: false } });
  const [support, phones] = [await of("Support"), await of("Phones")];
  return { support: support.id, phones: phones.id };
}

type Row = Pick<Prisma.ShiftUncheckedCreateInput, "poolId" | "assistantId" | "createdById"> & {
  roleId: string;
} & Partial<Prisma.ShiftUncheckedCreateInput>;

/** A shift of Monday 24 August 2026, 08–12 in one role. */
export function createShift(db: Db, { roleId, ...overrides }: Row) {
  const { startMinute = 480, endMinute = 720 } = overrides;
  return db.shift.create({
    data: {
      on: new Date("2026-08-24"),
      breakStartMinute: startMinute,
      breakMinutes: 0,
      work: { create: { roleId, startMinute, endMinute } },
      ...overrides,
      startMinute,
      endMinute,
    },
  });
}
