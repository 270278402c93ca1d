import type { Familiarity, OfficeExecutive } from "@/lib/coverage/office/rules";

/** What an executive takes of somebody who has never been there, in percent of what it takes of its own assistant. */
export const NEW_TO_EXECUTIVE_PERCENT = 125;
/** Backups and whoever once was the executive's own need no more than this. */
const KNOWN_PERCENT = 110;
const FAMILIAR_HALF_DAYS = 10;

/**
 * The familiarity factor, in percent: 125 for a new face, falling evenly to 100 with ten half-days covered in the past 365
 * days. Backups, and whoever supports or once supported the executive as their own, start at 110.
 */
export function familiarityPercent(
  { history, formerly }: Familiarity,
  assistantId: string,
  { id, supports }: OfficeExecutive,
): number {
  const pair = `${assistantId} ${id}`;
  const halfDays = Math.min(FAMILIAR_HALF_DAYS, history.get(pair) ?? 0);
  const percent =
    NEW_TO_EXECUTIVE_PERCENT - Math.floor(((NEW_TO_EXECUTIVE_PERCENT - 100) * halfDays) / FAMILIAR_HALF_DAYS);
  const isKnown = formerly.has(pair) || supports.some((support) => support.assistantId === assistantId);
  return isKnown ? Math.min(KNOWN_PERCENT, percent) : percent;
}

/** Minutes a person needs for what takes the own assistant some minutes, rounded up. */
export function neededMinutes(
  known: Familiarity,
  assistantId: string,
  executive: OfficeExecutive,
  minutes: number,
): number {
  return atPercent(minutes, familiarityPercent(known, assistantId, executive));
}

/** Minutes at a familiarity factor, rounded up. */
export function atPercent(minutes: number, percent: number): number {
  return Math.ceil((minutes * percent) / 100);
}
