import { firstRepeated, refusalOfWeek, type WeekRefusal } from "@/lib/assistants/rules";
import { type Refusal, refuse } from "@/lib/result";
import type { WeekdayHours } from "@/lib/time/half-day";

export type ExecutiveContradiction = WeekRefusal | "duty_twice" | "language_twice";

/** Refuses what cannot all be true of an executive. */
export function executiveContradictionIn(input: {
  supportHours: readonly WeekdayHours[];
  duties: readonly { dutyId: string }[];
  languages: readonly { language: string }[];
}): Refusal<ExecutiveContradiction> | null {
  const week = refusalOfWeek(input.supportHours, "supportHours");
  if (week) return week;
  const duty = firstRepeated(input.duties.map((required) => required.dutyId));
  if (duty) return refuse("duty_twice", { path: "duties", details: { duty } });
  const language = firstRepeated(input.languages.map((required) => required.language));
  if (language) return refuse("language_twice", { path: "languages", details: { language } });
  return null;
}

/** Minutes a day of all duties together, deferred ones included. */
export function minutesADay(duties: readonly { minutesPerDay: number }[]): number {
  return duties.reduce((sum, duty) => sum + duty.minutesPerDay, 0);
}
