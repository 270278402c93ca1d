/** What is asked of a duty and what a person holds: proficiency 1–5, 0 for none, and the minutes it weighs. */
export type DutyHeld = { minutes: number; needed: number; held: number };

const AT_NEED = 70;
const POINTS_PER_LEVEL = 15;
const BEST = 100;
const OTHER_SITE = 30;

/** Points for a duty: 70 at the level that is needed, 15 more for each above; `oneBelow` for one below, nothing for less. */
export function skillPoints({ needed, held }: Omit<DutyHeld, "minutes">, oneBelow: number): number {
  if (held >= needed) return Math.min(BEST, AT_NEED + POINTS_PER_LEVEL * (held - needed));
  return held > 0 && held === needed - 1 ? oneBelow : 0;
}

/** The mean of duties by their minutes, rounded half up; null where no minute is asked for. */
export function dutyPoints(duties: readonly DutyHeld[], oneBelow: number): number | null {
  const minutes = duties.reduce((sum, duty) => sum + duty.minutes, 0);
  if (minutes === 0) return null;
  return Math.round(
    duties.reduce((sum, duty) => sum + duty.minutes * skillPoints(duty, oneBelow), 0) / minutes,
  );
}

/** Points for the site: everything at the same one, 30 at another. */
export function sitePoints(isSameSite: boolean): number {
  return isSameSite ? BEST : OTHER_SITE;
}
