import { ineligibilities } from "@/lib/coverage/candidates/rules-eligibility";
import type { Office } from "@/lib/coverage/office/rules";
import type { Day } from "@/lib/time/day";

/** A level that somebody could be trained to: nothing else keeps them from covering these executives. */
export type TrainingTrial = {
  assistantId: string;
  dutyId: string;
  level: number;
  executiveIds: string[];
  /** Own assistants who could then be away. */
  owners: string[];
};

/** On how many days each executive would be left alone when one of their own assistants is away. */
export type ExecutiveRisk = { owner: string; executiveId: string; days: number };

const MOST_TRIALS = 40;

/**
 * The levels worth a try, those that concern the most days first: of every executive who would be left alone, the people of the
 * pool for whom exactly one level is missing. Who may not cover there for another rule is not among them.
 */
export function trialsOf(
  office: Office,
  poolId: string,
  risks: readonly ExecutiveRisk[],
  on: Day,
): TrainingTrial[] {
  const executives = new Map(office.executives.map((executive) => [executive.id, executive]));
  const trials = new Map<string, TrainingTrial & { days: number }>();
  for (const { owner, executiveId, days } of risks) {
    const executive = executives.get(executiveId);
    if (!executive) continue;
    for (const assistant of office.assistants.values()) {
      if (assistant.poolId !== poolId || assistant.id === owner) continue;
      const [missing, ...others] = ineligibilities(office, assistant, executive, on);
      if (missing?.rule !== "skill" || others.length > 0) continue;
      const { dutyId, needed: level } = missing;
      const key = `${assistant.id} ${dutyId} ${level}`;
      const trial = trials.get(key) ?? {
        ...{ assistantId: assistant.id, dutyId, level, days: 0 },
        ...{ executiveIds: [], owners: [] },
      };
      trial.days += days;
      trial.executiveIds = [...new Set([...trial.executiveIds, executiveId])];
      trial.owners = [...new Set([...trial.owners, owner])];
      trials.set(key, trial);
    }
  }
  return [...trials.values()]
    .sort((a, b) => b.days - a.days || compare(keyOf(a), keyOf(b)))
    .slice(0, MOST_TRIALS)
    .map(({ days: _, ...trial }) => trial);
}

function keyOf({ assistantId, dutyId, level }: TrainingTrial): string {
  return `${assistantId} ${dutyId} ${level}`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

type Ranked = { name: string; daysBefore: number; daysAfter: number; minutes: number | null };

/** Needs in the order of what an hour of training does: days removed per hour of the shortest course, then days, then names. */
export function byEffect(a: Ranked, b: Ranked): number {
  const removed = (one: Ranked) => one.daysBefore - one.daysAfter;
  const perMinute = (one: Ranked) => (one.minutes === null ? 0 : removed(one) / one.minutes);
  return perMinute(b) - perMinute(a) || removed(b) - removed(a) || compare(a.name, b.name);
}
