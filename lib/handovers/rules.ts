import { TZDate } from "@date-fns/tz";
import { addDays, type Day, weekdayOf } from "@/lib/time/day";
import { doSpansOverlap, type HalfDay, type HalfDaySpan, halfDayAt, halfDayIndex } from "@/lib/time/half-day";
import type { Concern, HandoverStatus } from "./schema";

/** How many days ahead of a cover its handover is written. */
export const OPENS_DAYS_AHEAD = 14;

/** A live cover of an executive, and who is away. */
export type ExecutiveCover = HalfDaySpan & {
  assistantId: string;
  ownerId: string | null;
  /** Empty for all of the executive's duties. */
  dutyIds: readonly string[];
  /** Since when the owner is away; null when it is not for an absence. */
  awayFrom: Day | null;
};

/** One person at an executive without a break, for one of the executive's own, and with which duties. */
export type CoveredSpan = HalfDaySpan & {
  coverAssistantId: string;
  ownerId: string | null;
  dutyIds: readonly string[];
  awayFrom: Day | null;
};

/** Joins the covers of an executive by person and by who is away; a weekend between two does not part them. */
export function coveredSpans(covers: readonly ExecutiveCover[]): CoveredSpan[] {
  const spans: CoveredSpan[] = [];
  for (const { assistantId, ...cover } of [...covers].sort((a, b) => a.first - b.first)) {
    const open = spans.find(
      (s) => s.coverAssistantId === assistantId && touches(s, cover) && isSameOwner(s, cover),
    );
    if (!open) spans.push({ ...cover, coverAssistantId: assistantId });
    else {
      open.last = Math.max(open.last, cover.last);
      open.ownerId ??= cover.ownerId;
      open.awayFrom ??= cover.awayFrom;
      open.dutyIds = allDuties(open.dutyIds, cover.dutyIds);
    }
  }
  return spans;
}

type Owned = { ownerId: string | null };

/** True unless two are for different ones of the executive's own. */
function isSameOwner(a: Owned, b: Owned): boolean {
  return a.ownerId === b.ownerId || a.ownerId === null || b.ownerId === null;
}

/** The duties of two covers together; none named is all of them. */
function allDuties(a: readonly string[], b: readonly string[]): readonly string[] {
  return a.length === 0 || b.length === 0 ? [] : [...new Set([...a, ...b])].sort();
}

const SATURDAY = 6;

/** True when two spans overlap, follow one another or have but a weekend between them. */
export function touches(a: HalfDaySpan, b: HalfDaySpan): boolean {
  const [earlier, later] = a.first <= b.first ? [a, b] : [b, a];
  for (let index = earlier.last + 1; index < later.first; index++)
    if (weekdayOf(halfDayAt(index).on) < SATURDAY) return false;
  return true;
}

const NEAR_HALF_DAYS = 14;

/** True when the same person's cover was put off, or brought forward, by a week at most. */
function isPutOff(handover: OpenHandover, span: CoveredSpan): boolean {
  const apart = Math.abs(handover.first - span.first);
  return handover.coverAssistantId === span.coverAssistantId && apart <= NEAR_HALF_DAYS;
}

/** A handover that is not closed, as far as its span goes. */
export type OpenHandover = HalfDaySpan & {
  id: string;
  coverAssistantId: string | null;
  ownerId: string | null;
  dutyIds: readonly string[];
  status: HandoverStatus;
  hasNext: boolean;
};

export type Decision =
  | { kind: "keep"; id: string; span: CoveredSpan }
  | { kind: "pass"; id: string; span: CoveredSpan }
  | { kind: "open"; span: CoveredSpan; previousId: string | null }
  | { kind: "vacate"; id: string }
  | { kind: "end"; id: string };

/**
 * What becomes of an executive's open handovers now that its covers are as they are: those of the same person go on with the
 * span; one whose cover is gone passes to whoever covers instead; a new person takes over from the one before; what is
 * left waits for a cover, or ends when its days are over.
 */
export function decideHandovers(
  spans: readonly CoveredSpan[],
  handovers: readonly OpenHandover[],
  now: number,
): Decision[] {
  const decisions: Decision[] = [];
  const unfinished = handovers.filter((h) => h.last >= now && h.status !== "handed_back");
  const kept = new Map<string, CoveredSpan>();
  // A handover is another owner's only where a span for that owner is there to have it.
  const isFor = (handover: OpenHandover, span: CoveredSpan, isNear: (other: CoveredSpan) => boolean) =>
    isSameOwner(handover, span) || !spans.some((other) => isNear(other) && isSameOwner(handover, other));
  const unmatched: CoveredSpan[] = [];
  for (const span of spans) {
    const same = unfinished.filter(
      (h) =>
        h.coverAssistantId === span.coverAssistantId &&
        !kept.has(h.id) &&
        touches(h, span) &&
        isFor(h, span, (other) => other.coverAssistantId === h.coverAssistantId && touches(h, other)),
    );
    const [first, ...rest] = same;
    if (!first) {
      const isOver = span.last < now;
      const isBackAtIt = handovers.some((h) => h.status === "handed_back" && doSpansOverlap(h, span));
      if (!isOver && !isBackAtIt) unmatched.push(span);
      continue;
    }
    kept.set(first.id, span);
    for (const { id } of rest) {
      kept.set(id, span);
      decisions.push({ kind: "end", id });
    }
    decisions.push({ kind: "keep", id: first.id, span });
  }
  const orphans = unfinished.filter((h) => !kept.has(h.id));
  const passedOn = new Set<string>();
  for (const span of unmatched) {
    const isNear = (h: OpenHandover, other: CoveredSpan) => doSpansOverlap(h, other) || isPutOff(h, other);
    const orphan = orphans.find(
      (h) => !passedOn.has(h.id) && isNear(h, span) && isFor(h, span, (other) => isNear(h, other)),
    );
    if (orphan) {
      passedOn.add(orphan.id);
      decisions.push({ kind: "pass", id: orphan.id, span });
      continue;
    }
    const before = handovers.find((h) => {
      // Two who share an executive's duties cover side by side; neither follows the other.
      const goesOn = kept.get(h.id);
      const hasLeft = doSpansOverlap(h, span) && !(goesOn && doSpansOverlap(goesOn, span));
      return hasLeft && !h.hasNext && !passedOn.has(h.id) && h.ownerId === span.ownerId;
    });
    if (before) passedOn.add(before.id);
    decisions.push({ kind: "open", span, previousId: before?.id ?? null });
  }
  for (const { id, coverAssistantId } of orphans)
    if (!passedOn.has(id) && coverAssistantId !== null) decisions.push({ kind: "vacate", id });
  for (const { id, last, coverAssistantId, status } of handovers)
    if (last < now && (coverAssistantId === null || status === "draft")) decisions.push({ kind: "end", id });
  return decisions;
}

/** Nobody can complete a handover whose assistant is away already, or whose executive has none. */
export function writesItself(
  span: Pick<CoveredSpan, "ownerId" | "awayFrom" | "first">,
  now: HalfDay,
): boolean {
  if (span.ownerId === null) return true;
  const isAway = span.awayFrom !== null && span.awayFrom <= now.on;
  return isAway || span.first <= halfDayIndex(now.on, now.part);
}

/** The last working day before a day, by the pool's days off. */
export function workingDayBefore(on: Day, isDayOff: (on: Day) => boolean): Day {
  let before = addDays(on, -1);
  while (weekdayOf(before) >= SATURDAY || isDayOff(before)) before = addDays(before, -1);
  return before;
}

/** The instant a day begins in a time zone. */
export function startOfDay(timeZone: string, on: Day): Date {
  const [year = 0, month = 1, date = 1] = on.split("-").map(Number);
  return new Date(new TZDate(year, month - 1, date, timeZone).getTime());
}

type Counted = {
  status: HandoverStatus;
  first: number;
  last: number;
  openQuestions: number;
  notGranted: number;
  notWithdrawn: number;
};

const SOON_HALF_DAYS = 4;

/** The concerns about a handover now: gaps in access first. A draft or an unread one is a concern two days before it starts. */
export function concernsOf(handover: Counted, now: number): Concern[] {
  const { status, first, last, openQuestions, notGranted, notWithdrawn } = handover;
  const isOver = last < now;
  const isNear = first - now <= SOON_HALF_DAYS && status !== "closed";
  const found: [Concern, boolean][] = [
    ["not_granted", notGranted > 0 && isNear && !isOver],
    ["not_withdrawn", notWithdrawn > 0 && (isOver || status === "closed")],
    ["unread", status === "ready" && isNear],
    ["questions", openQuestions > 0 && status !== "closed"],
    ["not_ready", status === "draft" && isNear],
  ];
  return found.flatMap(([concern, is]) => (is ? [concern] : []));
}
