import type { Card } from "./rules";

/** Who asks for the cards of an interview: a member of its panel, or a manager of its pool who may have opened them early. */
export type CardReader = {
  userId: string;
  leadsPool: boolean;
  hasOpenedEarly: boolean;
  /** An executive who is asked to read the candidate. */
  hasPack?: boolean;
};

/**
 * Which cards of an interview somebody sees: the one function that pages, means, packs, fit and API ask. A member of the panel sees the
 * others' once their own is sent, and there is no way to look before; a manager who was not on it, and an executive who is
 * asked to read the candidate, see them when all are in; a manager may open them early with a reason. Drafts are their author's alone.
 */
export function visibleCards<C extends Card>(
  reader: CardReader,
  panel: readonly string[],
  cards: readonly C[],
): C[] {
  const sent = cards.filter(({ sentAt }) => sentAt !== null);
  const own = cards.filter(({ userId }) => userId === reader.userId);
  if (seesAll(reader, panel, sent)) return sent;
  return own;
}

/** True where what others judged is open to somebody, with all that follows from it. */
export function seesAll(
  { userId, leadsPool, hasOpenedEarly, hasPack = false }: CardReader,
  panel: readonly string[],
  sent: readonly Pick<Card, "userId">[],
): boolean {
  const isIn = (id: string) => sent.some((card) => card.userId === id);
  if (panel.includes(userId)) return isIn(userId);
  const allAreIn = panel.length > 0 && panel.every(isIn);
  return (leadsPool && hasOpenedEarly) || ((leadsPool || hasPack) && allAreIn);
}

/** True for a manager who could open the cards early: they lead the pool and are not on the panel. */
export function mayOpenEarly({ userId, leadsPool }: CardReader, panel: readonly string[]): boolean {
  return leadsPool && !panel.includes(userId);
}
