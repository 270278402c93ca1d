import type { ServingChoices } from "@/lib/coverage/serving/rules";
import type { HeldBecause } from "../schema";

/** Whose a request is, who has it now, and why; nobody while it is unassigned. */
export type RequestHolding = { homeId: string | null; holderId: string | null; because: HeldBecause | null };

/** What decides at a moment who has an executive's request of a duty. */
export type HolderFacts = {
  choices: ServingChoices;
  /** Open requests of this executive that an assistant works on; those that wait are not counted. */
  loadOf: (assistantId: string) => number;
  /** Whether an assistant is at work at the moment. */
  isThere: (assistantId: string) => boolean;
};

/**
 * Who has a request at a moment: who was given it or kept it until they are away; else the executive's own at work (its home
 * before others, a primary before those who share, among these the one with least open work); else the cover; else the first
 * backup at work; else nobody. Asked again it answers the same.
 */
export function holdingAt(current: RequestHolding, facts: HolderFacts): RequestHolding {
  const { choices, isThere } = facts;
  const homeId = homeOf(current, facts);
  const isGiven = current.because === "hand" || current.because === "kept";
  if (isGiven && current.holderId && isThere(current.holderId)) return { ...current, homeId };
  const own = ownHolder({ ...current, homeId }, facts);
  if (own) return { homeId, holderId: own, because: "own" };
  if (choices.coverId && isThere(choices.coverId))
    return { homeId, holderId: choices.coverId, because: "cover" };
  const [backup] = choices.backupIds;
  return { homeId, holderId: backup ?? null, because: backup ? "backup" : null };
}

function homeOf(
  { homeId, holderId }: RequestHolding,
  { choices: { own }, loadOf }: HolderFacts,
): string | null {
  if (own.some(({ assistantId }) => assistantId === homeId)) return homeId;
  if (own.some(({ assistantId }) => assistantId === holderId)) return holderId;
  const there = own.filter(({ isThere }) => isThere);
  return firstOf(there.length > 0 ? there : own, loadOf);
}

function ownHolder(
  { homeId, holderId }: RequestHolding,
  { choices: { own }, loadOf }: HolderFacts,
): string | null {
  const there = own.filter(({ isThere }) => isThere);
  const isAmong = (id: string | null) => there.some(({ assistantId }) => assistantId === id);
  if (isAmong(homeId)) return homeId;
  return isAmong(holderId) ? holderId : firstOf(there, loadOf);
}

/** A primary, else among those who share the executive the one with least open work. */
function firstOf(own: ServingChoices["own"], loadOf: (assistantId: string) => number): string | null {
  const primary = own.find(({ role }) => role === "primary");
  if (primary) return primary.assistantId;
  const [first] = [...own].sort((a, b) => loadOf(a.assistantId) - loadOf(b.assistantId));
  return first?.assistantId ?? null;
}

/** True when two holdings differ in anything. */
export function isOtherHolding(a: RequestHolding, b: RequestHolding): boolean {
  return a.homeId !== b.homeId || a.holderId !== b.holderId || a.because !== b.because;
}
