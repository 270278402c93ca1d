import "server-only";
import { type Day, dayFromDate, dayToDate } from "@/lib/time/day";
import { halfDayIndex } from "@/lib/time/half-day";
import type { Prisma } from "@/prisma/generated/client/client";
import type { ByTheHour, OfficeAssistant, OfficeCover, OfficeExecutive, Stretch } from "./rules";

export const LIVE_COVER = ["offered", "accepted", "confirmed", "active"] as const;
/** Whoever serves, or did: a cover that is over counts for the days it was. */
const SERVING = [...LIVE_COVER, "completed"] as const;
const AWAY = ["approved", "cancellation_requested"] as const;

/** Support in force on any of some days. */
export function inForce(from: Day, to: Day) {
  return { fromOn: { lte: dayToDate(to) }, OR: [{ toOn: null }, { toOn: { gte: dayToDate(from) } }] };
}

/** Covers that serve, or did, on any of some days. */
export function liveBetween(from: Day, to: Day) {
  return {
    status: { in: [...SERVING] },
    startOn: { lte: dayToDate(to) },
    endOn: { gte: dayToDate(from) },
  };
}

/** The columns a stretch is read from. */
export const STRETCH = {
  startOn: true,
  startPart: true,
  endOn: true,
  endPart: true,
  startMinute: true,
  endMinute: true,
} as const;

const COVER = {
  id: true,
  executiveId: true,
  assistantId: true,
  absenceId: true,
  planId: true,
  pinned: true,
  overrideReason: true,
  status: true,
  offerExpiresAt: true,
  dutyIds: true,
  ...STRETCH,
} as const;

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
    supportHours: { select: { weekday: true, startsAtMinute: true, endsAtMinute: true } },
    dutyRequirements: {
      select: { dutyId: true, minutesPerDay: true, minProficiency: true, coverLevel: true },
    },
    languages: { select: { language: true, level: true } },
    supportAssignments: {
      where: inForce(from, to),
      select: { assistantId: true, role: true, rank: true, dutyIds: true, fromOn: true, toOn: true },
    },
    covers: {
      where: liveBetween(from, to),
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
    hiredOn: true,
    leavesOn: true,
    user: { select: { name: true } },
    workingPatterns: {
      where: {
        validFrom: { lte: dayToDate(to) },
        OR: [{ validTo: null }, { validTo: { gte: dayToDate(from) } }],
      },
      select: { weekday: true, startsAtMinute: true, endsAtMinute: true, validFrom: true, validTo: true },
    },
    skills: { select: { dutyId: true, proficiency: true } },
    languages: { select: { language: true, level: true } },
    absences: {
      where: { status: { in: [...AWAY] }, startOn: { lte: dayToDate(to) }, endOn: { gte: dayToDate(from) } },
      select: { id: true, ...STRETCH },
      orderBy: [{ startOn: "asc" as const }, { startMinute: "asc" as const }, { id: "asc" as const }],
    },
  } satisfies Prisma.AssistantSelect;
}

type StretchColumns = {
  startOn: Date;
  startPart: "am" | "pm";
  endOn: Date;
  endPart: "am" | "pm";
  startMinute?: number | null;
  endMinute?: number | null;
};

/** First and last half-day index of a row with start and end columns, and its hours where it is by the hour. */
export function stretchOf(row: StretchColumns): Stretch & Required<ByTheHour> {
  const { startMinute, endMinute } = row;
  return {
    first: halfDayIndex(dayFromDate(row.startOn), row.startPart),
    last: halfDayIndex(dayFromDate(row.endOn), row.endPart),
    window: startMinute != null && endMinute != null ? { startMinute, endMinute } : null,
  };
}

type AssistantRow = Prisma.AssistantGetPayload<{ select: ReturnType<typeof assistantFields> }>;
type ExecutiveRow = Prisma.ExecutiveGetPayload<{ select: ReturnType<typeof executiveFields> }>;

/** An assistant of an office from the row. */
export function assistantOf({ user, workingPatterns, ...row }: AssistantRow): OfficeAssistant {
  return {
    ...row,
    name: user.name,
    hiredOn: row.hiredOn && dayFromDate(row.hiredOn),
    leavesOn: row.leavesOn && dayFromDate(row.leavesOn),
    hours: workingPatterns.map((p) => ({
      ...p,
      validFrom: dayFromDate(p.validFrom),
      validTo: p.validTo && dayFromDate(p.validTo),
    })),
    skills: new Map(row.skills.map((skill) => [skill.dutyId, skill.proficiency])),
    languages: new Map(row.languages.map((l) => [l.language, l.level])),
    absences: row.absences.map((absence) => ({ id: absence.id, ...stretchOf(absence) })),
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
    leavesOn: row.leavesOn && dayFromDate(row.leavesOn),
    hours: supportHours,
    duties: dutyRequirements,
    languages: new Map(row.languages.map((l) => [l.language, l.level])),
    supports: supportAssignments.map((s) => ({
      assistantId: s.assistantId,
      role: s.role,
      rank: s.rank,
      dutyIds: s.dutyIds,
      from: dayFromDate(s.fromOn),
      to: s.toOn && dayFromDate(s.toOn),
    })),
  };
}

/** A cover of an office from the row. */
export function coverOf(row: ExecutiveRow["covers"][number]): OfficeCover {
  const { id, executiveId, assistantId, absenceId, planId, pinned, overrideReason, dutyIds } = row;
  const offeredUntil = row.status === "offered" ? row.offerExpiresAt : null;
  return {
    id,
    executiveId,
    assistantId,
    absenceId,
    planId,
    pinned,
    overrideReason,
    offeredUntil,
    dutyIds,
    ...stretchOf(row),
  };
}
