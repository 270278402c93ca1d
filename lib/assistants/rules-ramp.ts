import { addDays, type Day } from "@/lib/time/day";

/** A level that counts from a day on; null while it is not signed off. */
export type OpenStep = { from: Day | null; level: number };

/** The steps of somebody new, by duty. A duty without steps counts as it is held. */
export type RampByDuty = ReadonlyMap<string, readonly OpenStep[]>;

/** What somebody can be asked for. */
export type Skilled = { skills: ReadonlyMap<string, number>; ramp?: RampByDuty };

/** The level somebody may be asked for in a duty on a day: what they hold, and no more than the highest step that is open then. */
export function levelOn({ skills, ramp }: Skilled, dutyId: string, on: Day): number {
  const held = skills.get(dutyId) ?? 0;
  const steps = ramp?.get(dutyId);
  if (!steps) return held;
  const open = steps.flatMap(({ from, level }) => (from !== null && from <= on ? [level] : []));
  return Math.min(held, Math.max(0, ...open));
}

/** True where only the ramp keeps somebody from a level that they hold. */
export function isStillLearning(person: Skilled, dutyId: string, needed: number, on: Day): boolean {
  return levelOn(person, dutyId, on) < needed && (person.skills.get(dutyId) ?? 0) >= needed;
}

/** The first day of a week of somebody's employment; week 1 begins on the first day at work. */
export function weekBegins(hiredOn: Day, week: number): Day {
  return addDays(hiredOn, 7 * (week - 1));
}
