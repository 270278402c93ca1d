import "server-only";
import { datedHoursOf, PATTERN_COLUMNS, patternsBetween } from "@/lib/assistants/queries-hours";
import { employmentFields, employmentOf } from "@/lib/availability/queries";
import { COVER, countedBetween } from "@/lib/covers/queries";
import { type Day, dayOfColumn, dayToDate } from "@/lib/time/day";
import { STRETCH_COLUMNS, spanOfColumns } from "@/lib/time/stretch-columns";
import type { Prisma } from "@/prisma/generated/client/client";
import type { OfficeAssistant, OfficeExecutive } from "./rules";

const AWAY = ["approved", "cancellation_requested"] as const;

/** Support in force on any of some days. */
export function inForce(from: Day, to: Day) {
  return { fromOn: { lte: dayToDate(to) }, OR: [{ toOn: null }, { toOn: { gte: dayToDate(from) } }] };
}

/** What an office reads of an executive. */
export function executiveFields(from: Day, to: Day) {
  return {
    id: true,
    userId: true,
    poolId: true,
    title: true,
    tier: true,
    site: true,
    onsite: true,
    leavesOn: true,
    user: { select: { name: true } },
    supportHours: { select: PATTERN_COLUMNS, where: patternsBetween(from, to) },
    dutyRequirements: {
      select: { dutyId: true, minutesPerDay: true, minProficiency: true, coverLevel: true },
    },
    languages: { select: { language: true, level: true } },
    supportAssignments: {
      where: inForce(from, to),
      select: { assistantId: true, role: true, rank: true, dutyIds: true, fromOn: true, toOn: true },
    },
    covers: {
      where: countedBetween(from, to),
      select: COVER,
      orderBy: [{ startOn: "asc" as const }, { id: "asc" as const }],
    },
  } satisfies Prisma.ExecutiveSelect;
}

/** What an office reads of an assistant. */
export function assistantFields(from: Day, to: Day) {
  return {
    id: true,
    userId: true,
    poolId: true,
    site: true,
    user: { select: { name: true } },
    ...employmentFields({ from, to }),
    skills: { select: { dutyId: true, proficiency: true } },
    languages: { select: { language: true, level: true } },
    absences: {
      where: { status: { in: [...AWAY] }, startOn: { lte: dayToDate(to) }, endOn: { gte: dayToDate(from) } },
      select: { id: true, ...STRETCH_COLUMNS },
      orderBy: [{ startOn: "asc" as const }, { startMinute: "asc" as const }, { id: "asc" as const }],
    },
  } satisfies Prisma.AssistantSelect;
}

type AssistantRow = Prisma.AssistantGetPayload<{ select: ReturnType<typeof assistantFields> }>;
type ExecutiveRow = Prisma.ExecutiveGetPayload<{ select: ReturnType<typeof executiveFields> }>;

/** An assistant of an office from the row. */
export function assistantOf({ user, workingPatterns, ...row }: AssistantRow): OfficeAssistant {
  return {
    ...row,
    name: user.name,
    ...employmentOf({ ...row, workingPatterns }),
    skills: new Map(row.skills.map((skill) => [skill.dutyId, skill.proficiency])),
    languages: new Map(row.languages.map((l) => [l.language, l.level])),
    absences: row.absences.map((absence) => ({ id: absence.id, ...spanOfColumns(absence) })),
  };
}

/** An executive of an office from the row. */
export function executiveOf({
  user,
  supportHours,
  dutyRequirements,
  supportAssignments,
  ...row
}: ExecutiveRow): OfficeExecutive {
  return {
    id: row.id,
    userId: row.userId,
    name: user.name,
    title: row.title,
    poolId: row.poolId,
    tier: row.tier,
    site: row.site,
    onsite: row.onsite,
    leavesOn: row.leavesOn && dayOfColumn(row.leavesOn),
    hours: datedHoursOf(supportHours),
    duties: dutyRequirements,
    languages: new Map(row.languages.map((l) => [l.language, l.level])),
    supports: supportAssignments.map((s) => ({
      assistantId: s.assistantId,
      role: s.role,
      rank: s.rank,
      dutyIds: s.dutyIds,
      from: dayOfColumn(s.fromOn),
      to: s.toOn && dayOfColumn(s.toOn),
    })),
  };
}
