import { coversIn, gapsIn, type SlotState } from "@/lib/coverage/demand/rules";
import type { Day } from "@/lib/time/day";
import { type IsoWeek, isoWeekOf } from "@/lib/time/iso-week";

/** From so many open half-days on a week counts as short of people. */
export const OPEN_THRESHOLD = 3;
/** So many short weeks of the last twelve are chronic. */
export const CHRONIC_WEEKS = 8;

/** What was or will be open in one week: half-days in which something is uncovered, and the minutes of it. */
export type WeekFigures = { week: IsoWeek; isPast: boolean; halfDays: number; minutes: number };

/** What speaks for hiring, as it was worked out once. */
export type EvidenceFigures = {
  weeks: WeekFigures[];
  /** Who covered in the past weeks, most first. */
  carriers: { assistantId: string; minutes: number }[];
};

type Slot = { on: Day; state: SlotState };

/** Counts what is open by week, and who covered until today; `today` belongs to what is to come. */
export function evidenceOf(slots: Iterable<Slot>, today: Day): EvidenceFigures {
  const weeks = new Map<IsoWeek, WeekFigures>();
  const carriers = new Map<string, number>();
  const thisWeek = isoWeekOf(today);
  for (const { on, state } of slots) {
    const week = isoWeekOf(on);
    const figures = weeks.get(week) ?? { week, isPast: week < thisWeek, halfDays: 0, minutes: 0 };
    const open = gapsIn(state);
    if (open.length > 0) {
      figures.halfDays += 1;
      figures.minutes += open.reduce((sum, { minutes }) => sum + minutes, 0);
    }
    weeks.set(week, figures);
    if (figures.isPast)
      for (const { cover, minutes } of coversIn(state))
        carriers.set(cover.assistantId, (carriers.get(cover.assistantId) ?? 0) + minutes);
  }
  return {
    weeks: [...weeks.values()].sort((a, b) => (a.week < b.week ? -1 : 1)),
    carriers: [...carriers]
      .map(([assistantId, minutes]) => ({ assistantId, minutes }))
      .sort((a, b) => b.minutes - a.minutes || (a.assistantId < b.assistantId ? -1 : 1)),
  };
}

export type EvidenceSummary = {
  /** Past weeks with at least the threshold of open half-days, of how many. */
  shortWeeks: number;
  pastWeeks: number;
  isChronic: boolean;
  /** Mean open half-days a week, in tenths. */
  pastTenths: number;
  comingTenths: number;
  pastMinutes: number;
  comingMinutes: number;
};

/** What the weeks say in figures. */
export function evidenceSummaryOf({ weeks }: Pick<EvidenceFigures, "weeks">): EvidenceSummary {
  const past = weeks.filter(({ isPast }) => isPast);
  const coming = weeks.filter(({ isPast }) => !isPast);
  const shortWeeks = past.filter(({ halfDays }) => halfDays >= OPEN_THRESHOLD).length;
  return {
    shortWeeks,
    pastWeeks: past.length,
    isChronic: shortWeeks >= CHRONIC_WEEKS,
    pastTenths: meanTenths(past.map(({ halfDays }) => halfDays)),
    comingTenths: meanTenths(coming.map(({ halfDays }) => halfDays)),
    pastMinutes: sumOf(past.map(({ minutes }) => minutes)),
    comingMinutes: sumOf(coming.map(({ minutes }) => minutes)),
  };
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

function meanTenths(values: readonly number[]): number {
  return values.length === 0 ? 0 : Math.round((10 * sumOf(values)) / values.length);
}
