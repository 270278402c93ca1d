import type { ExecutiveAccess } from "@/lib/executives/rules-profile";
import { ABILITIES, type Ability, type HandoverStatus } from "./schema";

/** How a person stands to a handover: to its executive, and as its owner or cover. */
export type HandoverParty = ExecutiveAccess & { isOwner: boolean; isCover: boolean };

/** A handover is known to whoever covers until it is closed, to the executive's own assistants and to the managers of the pool. */
export function canSeeHandover(part: HandoverParty, status: HandoverStatus): boolean {
  return isOfExecutive(part) || part.managesPool || (part.isCover && status !== "closed");
}

function isOfExecutive({ isOwner, isPrimary, isShared }: HandoverParty): boolean {
  return isOwner || isPrimary || isShared;
}

const COVERS_OWN: readonly Ability[] = ["acknowledge", "ask", "report", "handBack"];

/** True when something is the actor's to do at some time: the cover's own, or that of whoever keeps the executive. */
export function isEverFor(part: HandoverParty, ability: Ability): boolean {
  if (COVERS_OWN.includes(ability)) return part.isCover;
  return isOfExecutive(part) || part.managesPool || (ability === "grant" && part.isCover);
}

/** What a person may do to a handover as it stands. */
export function abilitiesOf(
  part: HandoverParty,
  status: HandoverStatus,
  { hasStarted, hasEnded }: { hasStarted: boolean; hasEnded: boolean },
): Ability[] {
  const isLive = status !== "closed";
  const isPossible: Record<Ability, boolean> = {
    complete: isLive && status !== "handed_back",
    markReady: status === "draft",
    acknowledge: status === "ready",
    ask: isLive,
    answer: true,
    report: hasStarted && isLive,
    handBack: status === "active",
    close: status === "handed_back" || (isLive && hasEnded),
    grant: true,
    withdraw: true,
  };
  return ABILITIES.filter((ability) => isPossible[ability] && isEverFor(part, ability));
}
