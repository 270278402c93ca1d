import type { ServiceLevelRow } from "./schema";

/** What a request is asked by for its level. */
export type LevelQuestion = { typeId: string | null; priority: string; tier: number };

/** The most particular of the levels that fit a request: one for its type before one for its priority, that before one for the tier. */
export function levelOf<L extends Pick<ServiceLevelRow, "typeId" | "priority" | "tier">>(
  levels: readonly L[],
  asked: LevelQuestion,
): L | null {
  const fitting = levels.filter(
    ({ typeId, priority, tier }) =>
      (typeId === null || typeId === asked.typeId) &&
      (priority === null || priority === asked.priority) &&
      (tier === null || tier === asked.tier),
  );
  return fitting.sort((a, b) => weightOf(b) - weightOf(a))[0] ?? null;
}

function weightOf({ typeId, priority, tier }: Pick<ServiceLevelRow, "typeId" | "priority" | "tier">): number {
  return 4 * Number(typeId !== null) + 2 * Number(priority !== null) + Number(tier !== null);
}
