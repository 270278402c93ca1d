import { NO_PRECEDENCE, type Precedence } from "../agreements/rules";
import type { SupportRequestView } from "../schema";

const CLASSES = ["urgent", "high", "normal", "low", "waiting"] as const;

/** Urgent, high, normal, low; what waits for an answer comes last, whatever its priority. */
export type QueueClass = (typeof CLASSES)[number];

type Queued = Pick<
  SupportRequestView,
  "priority" | "status" | "dueAt" | "dueOn" | "createdAt" | "serviceLevel" | "executiveId"
>;

export function queueClassOf({ status, priority }: Pick<Queued, "status" | "priority">): QueueClass {
  return status === "waiting" ? "waiting" : priority;
}

/** The executives who have urgent requests among some. */
export function urgentExecutives(
  requests: readonly Pick<Queued, "status" | "priority" | "executiveId">[],
): string[] {
  return [...new Set(requests.flatMap((one) => (queueClassOf(one) === "urgent" ? [one.executiveId] : [])))];
}

/** True while the first reply is still to be given, in time or late. */
export function isAwaitingAnswer({
  serviceLevel: { answer },
  status,
}: Pick<Queued, "serviceLevel" | "status">) {
  if (!answer || answer.state === "kept") return false;
  return answer.state !== "missed" || status === "new" || status === "assigned";
}

/** What a request is due by first: needed-by or promise, whichever is earlier; null for no hurry. */
export function firstDueOf({ dueAt, dueOn, ...request }: Queued): string | null {
  const { answer, resolve } = request.serviceLevel;
  const running = [isAwaitingAnswer(request) ? answer : null, resolve].flatMap((clock) =>
    clock && (clock.state === "running" || clock.state === "missed") ? (clock.dueAt ?? []) : [],
  );
  const needed = dueAt ?? (dueOn && `${dueOn}T23:59:00.000Z`);
  return [...running, ...(needed ? [needed] : [])].sort()[0] ?? null;
}

const NO_HURRY = "9999";

function compareQueued(a: Queued, b: Queued): number {
  return (
    CLASSES.indexOf(queueClassOf(a)) - CLASSES.indexOf(queueClassOf(b)) ||
    compare(firstDueOf(a) ?? NO_HURRY, firstDueOf(b) ?? NO_HURRY) ||
    compare(a.createdAt, b.createdAt)
  );
}

/** True where the executive of one urgent request goes before the executive of the other. */
export function isAgreedBefore(first: Queued, second: Queued, precedence: Precedence): boolean {
  if (queueClassOf(first) !== "urgent" || queueClassOf(second) !== "urgent") return false;
  return precedence.get(first.executiveId)?.has(second.executiveId) ?? false;
}

/**
 * The order of a queue: by class, due and sent, the earliest first of those before whom no other goes by agreement. So an
 * agreement of two never lets a request of a third executive wait for one it stood before.
 */
export function inQueueOrder<R extends Queued>(requests: readonly R[], precedence = NO_PRECEDENCE): R[] {
  const left = [...requests].sort(compareQueued);
  if (precedence.size === 0) return left;
  const order: R[] = [];
  while (left.length > 0) {
    const isFree = (one: R) => !left.some((other) => isAgreedBefore(other, one, precedence));
    order.push(...left.splice(Math.max(0, left.findIndex(isFree)), 1));
  }
  return order;
}

/** How many requests of a queue stand before one, by the rule that puts them there. */
export type QueuePlace = { urgent: number; agreed: number; due: number; sent: number };

/** For each request that is not begun, by its id, what stands before it in the queue of whoever has it. */
export function placesIn<R extends Queued & { id: string }>(
  requests: readonly R[],
  precedence = NO_PRECEDENCE,
): Map<string, QueuePlace> {
  const sorted = inQueueOrder(requests, precedence);
  return new Map(
    sorted.flatMap((request, i) =>
      request.status === "assigned" ? [[request.id, placeAfter(request, sorted.slice(0, i))] as const] : [],
    ),
  );
}

function placeAfter(request: Queued, before: readonly Queued[]): QueuePlace {
  const place = { urgent: 0, agreed: 0, due: 0, sent: 0 };
  for (const one of before) {
    if (queueClassOf(one) !== queueClassOf(request)) place.urgent++;
    else if (compareQueued(one, request) > 0) place.agreed++;
    else if ((firstDueOf(one) ?? NO_HURRY) < (firstDueOf(request) ?? NO_HURRY)) place.due++;
    else place.sent++;
  }
  return place;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** Why a request stands where it does: first of its class, by agreement, then by when it is due, then by when it was sent. */
export type QueueReason =
  | "urgent_first"
  | "high_first"
  | "normal_first"
  | "low_first"
  | "waiting"
  | "agreed_first"
  | "agreed_later"
  | "due_first"
  | "due_later"
  | "no_due"
  | "sent_later";

/** A queue in its order, each with the reason why it stands there: the same facts always give the same order. */
export function queued<R extends Queued>(
  requests: readonly R[],
  precedence = NO_PRECEDENCE,
): (Omit<R, "why"> & { why: QueueReason[] })[] {
  const sorted = inQueueOrder(requests, precedence);
  return sorted.map((request, i) => {
    const agreed = agreedReason(request, sorted, precedence);
    return { ...request, why: agreed ? [agreed] : reasonsOf(request, sorted[i - 1]) };
  });
}

/** Set where an agreement, not when it is due, puts a request before another or after it. */
function agreedReason(request: Queued, all: readonly Queued[], precedence: Precedence): QueueReason | null {
  const isAfter = all.some(
    (one) => isAgreedBefore(one, request, precedence) && compareQueued(one, request) > 0,
  );
  if (isAfter) return "agreed_later";
  const isBefore = all.some(
    (one) => isAgreedBefore(request, one, precedence) && compareQueued(request, one) > 0,
  );
  return isBefore ? "agreed_first" : null;
}

function reasonsOf(request: Queued, above: Queued | undefined): QueueReason[] {
  const kind = queueClassOf(request);
  if (kind === "waiting") return ["waiting"];
  const due = firstDueOf(request);
  const isFirst = !above || queueClassOf(above) !== kind;
  if (isFirst) return [`${kind}_first`, ...(due ? (["due_first"] as const) : [])];
  if (firstDueOf(above) === due) return [due ? "sent_later" : "no_due"];
  return [due ? "due_later" : "no_due"];
}
