import type { Person } from "@/lib/actor";
import type { Day } from "@/lib/time/day";
import type { LiveFact } from "./rules-facts";
import type { LiveEvent, LiveKind } from "./schema";

/** Kinds of which those hear who work with an executive, and of which the executive hears. */
const WITH_EXECUTIVE: readonly LiveKind[] = ["cover", "request", "handover", "support", "person"];
const FOR_EXECUTIVE: readonly LiveKind[] = ["cover", "request", "support", "person"];
/** More names than these are no longer told one by one. */
const MOST_IDS = 100;

type Share = Pick<LiveEvent, "poolIds" | "executiveIds" | "assistantIds" | "recordIds"> & { isLed: boolean };

/**
 * What a person is told of some facts, ordered by number: managers hear of their pools, assistants of themselves and of the
 * executives they work with, executives of their own support and requests; those who only administer hear nothing.
 */
export function eventsFor(person: Person, facts: readonly LiveFact[]): LiveEvent[] {
  const events = new Map<string, LiveEvent>();
  for (const fact of facts) {
    const share = shareOf(person, fact);
    if (!share) continue;
    const by = mayName(person, fact, share) ? (fact.doer?.name ?? null) : null;
    const isOwn = fact.doer?.userId === person.userId;
    const key = `${fact.kind} ${isOwn} ${by ?? ""}`;
    const { isLed: _, ...ids } = share;
    const event = { seq: fact.seq, kind: fact.kind, by, isOwn, ...ids, from: fact.from, to: fact.to };
    const before = events.get(key);
    events.set(key, before ? together(before, event) : event);
  }
  return [...events.values()].map(bounded).sort((a, b) => a.seq - b.seq);
}

/** Says that everything may be different. */
export function everything(seq: number): LiveEvent {
  const none = { poolIds: [], executiveIds: [], assistantIds: [], recordIds: [] };
  return { seq, kind: "everything", by: null, isOwn: false, ...none, from: null, to: null };
}

function shareOf(person: Person, fact: LiveFact): Share | null {
  if (fact.kind === "everything") return hasRole(person) ? { ...everything(fact.seq), isLed: false } : null;
  return shareOfManager(person, fact) ?? (fact.reach === "managers" ? null : shareOfOwn(person, fact));
}

function hasRole({ managedPoolIds, assistant, executive }: Person): boolean {
  return managedPoolIds.length > 0 || assistant !== null || executive !== null;
}

function shareOfManager({ managedPoolIds }: Person, fact: LiveFact): Share | null {
  const poolIds = fact.poolIds.filter((id) => managedPoolIds.includes(id));
  if (poolIds.length === 0) return null;
  const { executive, assistant } = fact;
  const leadsExecutive = executive !== null && managedPoolIds.includes(executive.poolId);
  const leadsAssistant = assistant !== null && managedPoolIds.includes(assistant.poolId);
  const supported = fact.kind === "absence" && leadsAssistant ? assistant.withIds : [];
  return {
    isLed: true,
    poolIds,
    executiveIds: [...(leadsExecutive ? [executive.id] : []), ...supported],
    assistantIds: assistant && (leadsAssistant || leadsExecutive) ? [assistant.id] : [],
    recordIds: fact.recordId ? [fact.recordId] : [],
  };
}

function shareOfOwn(person: Person, fact: LiveFact): Share | null {
  const { kind, executive, assistant } = fact;
  const [own, mine] = [person.assistant?.id, person.executive?.id];
  const isMe = own !== undefined && assistant?.id === own;
  const isWith =
    own !== undefined && WITH_EXECUTIVE.includes(kind) && executive?.withIds.includes(own) === true;
  const isMine = mine !== undefined && FOR_EXECUTIVE.includes(kind) && executive?.id === mine;
  const isAwayFromMe = mine !== undefined && kind === "absence" && assistant?.withIds.includes(mine) === true;
  const isTheirs = fact.reach === "all" && (isWith || isMine || isAwayFromMe);
  if (!isMe && !isTheirs) return null;
  const mayFollow = isMe || kind === "request" || kind === "handover";
  return {
    isLed: false,
    poolIds: [],
    executiveIds: [
      ...(executive && kind !== "absence" ? [executive.id] : []),
      ...(isAwayFromMe && mine ? [mine] : []),
    ],
    assistantIds: isMe && own ? [own] : [],
    recordIds: mayFollow && fact.recordId ? [fact.recordId] : [],
  };
}

/** Who did it is told to those who know them by their work: a manager or a person of the pool, or the other of the two it is between. */
function mayName(
  person: Person,
  { doer, poolIds, kind, executive, assistant }: LiveFact,
  { isLed }: Share,
): boolean {
  if (!doer) return false;
  if (doer.userId === person.userId) return true;
  if (isLed)
    return [...doer.ledPoolIds, ...doer.poolIds].some((id) =>
      [...poolIds, ...person.managedPoolIds].includes(id),
    );
  const ownPools = [person.assistant?.poolId, person.executive?.poolId];
  if (doer.ledPoolIds.some((id) => ownPools.includes(id))) return true;
  const isBetweenThem =
    (doer.executiveId !== null && doer.executiveId === executive?.id) ||
    (doer.assistantId !== null && doer.assistantId === assistant?.id);
  return kind !== "absence" && isBetweenThem;
}

function together(a: LiveEvent, b: LiveEvent): LiveEvent {
  const union = (x: string[], y: string[]) => [...new Set([...x, ...y])];
  return {
    ...b,
    seq: Math.max(a.seq, b.seq),
    poolIds: union(a.poolIds, b.poolIds),
    executiveIds: union(a.executiveIds, b.executiveIds),
    assistantIds: union(a.assistantIds, b.assistantIds),
    recordIds: union(a.recordIds, b.recordIds),
    from: earliest(a.from, b.from),
    to: latest(a.to, b.to),
  };
}

/** Without days it may be any. */
function earliest(a: Day | null, b: Day | null): Day | null {
  return a && b ? (a < b ? a : b) : null;
}

function latest(a: Day | null, b: Day | null): Day | null {
  return a && b ? (a > b ? a : b) : null;
}

/** Many ids say no more than their kind and pools. */
function bounded(event: LiveEvent): LiveEvent {
  const count = event.executiveIds.length + event.assistantIds.length + event.recordIds.length;
  return count > MOST_IDS ? { ...event, executiveIds: [], assistantIds: [], recordIds: [] } : event;
}
