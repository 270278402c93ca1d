import { type Refusal, refuse } from "@/lib/result";
import type { Day } from "@/lib/time/day";
import type { Recurrence } from "@/lib/time/recurrence";
import type { AccessKind } from "./schema-profile";

/** How a person stands to an executive at this moment, as the database knows it. */
export type ExecutiveAccess = {
  executiveId: string;
  executiveName: string;
  title: string;
  email: string;
  /** Empty for none. */
  phone: string;
  poolId: string;
  timeZone: string;
  today: Day;
  isExecutive: boolean;
  isPrimary: boolean;
  isShared: boolean;
  managesPool: boolean;
  /** Covers the executive at this very minute. */
  coversNow: boolean;
  /** Covers it now or within the days a handover is written ahead. */
  coversSoon: boolean;
};

/** The covers that open an executive: those somebody has said yes to. */
export const OPENING_COVER = ["accepted", "confirmed", "active"] as const;

/** How many days ahead of a cover its handover can be read. */
export const DAYS_AHEAD = 14;

/** An executive is known to its executive, their own assistants, whoever covers it soon, and the managers of the pool. */
export function canSeeExecutive(executiveAccess: ExecutiveAccess): boolean {
  const { isExecutive, isPrimary, isShared, managesPool, coversSoon } = executiveAccess;
  return isExecutive || isPrimary || isShared || managesPool || coversSoon;
}

/** Confidential sections are open to the executive, their own assistants and, for exactly its time, the cover. */
export function canReadConfidential({
  isExecutive,
  isPrimary,
  isShared,
  coversNow,
}: ExecutiveAccess): boolean {
  return isExecutive || isPrimary || isShared || coversNow;
}

/** An executive's records are kept by the executive, the own primary assistant and the managers of the pool. */
export function canKeepExecutive({ isExecutive, isPrimary, managesPool }: ExecutiveAccess): boolean {
  return isExecutive || isPrimary || managesPool;
}

/** Nobody writes a confidential section they could not read afterwards. */
export function canKeepSection(
  executiveAccess: ExecutiveAccess,
  section: { confidential: boolean; openToManagers: boolean },
): boolean {
  if (!canKeepExecutive(executiveAccess)) return false;
  return !section.confidential || section.openToManagers || canReadConfidential(executiveAccess);
}

/** Refuses a duty that recurs both weekly and monthly, or neither. */
export function refusalOfRecurrence({
  weekdays,
  monthDay,
}: Recurrence): Refusal<"recurs_never" | "recurs_twice"> | null {
  if (weekdays.length === 0 && monthDay === null) return refuse("recurs_never", { path: "weekdays" });
  return weekdays.length > 0 && monthDay !== null ? refuse("recurs_twice", { path: "monthDay" }) : null;
}

/** What covers of an executive are given where nobody has said otherwise. */
export const STANDARD_ACCESS: readonly { kind: AccessKind; label: string }[] = [
  { kind: "mailbox", label: "" },
  { kind: "calendar", label: "" },
  { kind: "card", label: "" },
  { kind: "phone", label: "" },
];
