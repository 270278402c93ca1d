/** Somebody who may handle a conversation: how many they handle already, and whether they lead the writer's own pool. */
export type HandlerCandidate = {
  userId: string;
  name: string;
  pools: string;
  load: number;
  isOfOwnPool: boolean;
};

/** Who may handle what somebody raises: nobody who raised it, who is named in it, or who was in it before. */
export function impartialHandlers<C extends { userId: string }>(
  candidates: readonly C[],
  involved: readonly string[],
): C[] {
  return candidates.filter(({ userId }) => !involved.includes(userId));
}

/** Who handles it: whom the writer chose, where they are impartial; else the least loaded of the own pool, then of another. */
export function handlerOf(
  candidates: readonly HandlerCandidate[],
  involved: readonly string[],
  chosen: string | null,
): HandlerCandidate | null {
  const impartial = impartialHandlers(candidates, involved);
  return impartial.find(({ userId }) => userId === chosen) ?? impartial.toSorted(byReach)[0] ?? null;
}

function byReach(a: HandlerCandidate, b: HandlerCandidate): number {
  return Number(b.isOfOwnPool) - Number(a.isOfOwnPool) || a.load - b.load || (a.userId < b.userId ? -1 : 1);
}
