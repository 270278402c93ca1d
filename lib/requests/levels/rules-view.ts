import { type ClockFacts, type ClockReading, readClock, type SupportCalendar } from "./rules-clock";
import type { ClockView, ServiceLevelView } from "./schema-clock";

/** What the clocks of a request are counted from, as it is read. */
export type RequestFacts = {
  createdAt: Date;
  firstWordAt: Date | null;
  resolvedAt: Date | null;
  isCancelled: boolean;
  pauses: readonly { from: Date; to: Date | null }[];
  targets: { answer: number | null; resolve: number | null };
};

export function viewOfClock({ dueAt, ...reading }: ClockReading): ClockView {
  return { ...reading, dueAt: dueAt?.toISOString() ?? null };
}

/** The facts of one promise of a request; null where none was made, or where it ended with a cancelled request. */
export function clockFactsOf(request: RequestFacts, kind: "answer" | "resolve"): ClockFacts | null {
  const targetMinutes = request.targets[kind];
  const stoppedAt = kind === "answer" ? request.firstWordAt : request.resolvedAt;
  if (targetMinutes === null || (request.isCancelled && stoppedAt === null)) return null;
  return { targetMinutes, startedAt: request.createdAt, stoppedAt, pauses: request.pauses };
}

/** Where the promises of a request stand at an instant. */
export function serviceLevelOf(
  calendar: SupportCalendar | undefined,
  request: RequestFacts,
  now: Date,
): ServiceLevelView {
  const read = (kind: "answer" | "resolve") => {
    const facts = clockFactsOf(request, kind);
    return facts && calendar ? viewOfClock(readClock(calendar, facts, now)) : null;
  };
  return { answer: read("answer"), resolve: read("resolve") };
}
