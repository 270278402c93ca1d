import { type ClockFacts, type Pause, readClock, type SupportCalendar } from "./rules-clock";
import { viewOfClock } from "./rules-view";
import type { TryServiceLevelInput } from "./schema";
import type { ServiceLevelView } from "./schema-clock";

type Tried = {
  answerMinutes: number | null;
  resolveMinutes: number | null;
  firstWordAt: Date | null;
  resolvedAt: Date | null;
  pauses: Pause[];
};

/** What becomes of a request by the steps up to an instant, in the order of time. */
export function triedFacts(input: TryServiceLevelInput, now: Date): Tried {
  const tried: Tried = {
    answerMinutes: input.answerMinutes,
    resolveMinutes: input.resolveMinutes,
    firstWordAt: null,
    resolvedAt: null,
    pauses: [],
  };
  const steps = [...input.steps].sort((a, b) => a.at.getTime() - b.at.getTime());
  for (const step of steps.filter(({ at }) => at >= input.filedAt && at <= now)) takeStep(tried, step);
  return tried;
}

function takeStep(tried: Tried, { at, move, ...targets }: TryServiceLevelInput["steps"][number]): void {
  const open = tried.pauses.find(({ to }) => to === null);
  if (move === "targets") {
    tried.answerMinutes = targets.answerMinutes ?? tried.answerMinutes;
    tried.resolveMinutes = targets.resolveMinutes ?? tried.resolveMinutes;
  }
  if (move === "answer") tried.firstWordAt ??= at;
  if (move === "wait" && !open && !tried.resolvedAt) tried.pauses.push({ from: at, to: null });
  if (move === "resume" && open) open.to = at;
  if (move === "resolve" && !tried.resolvedAt) {
    if (open) open.to = at;
    tried.firstWordAt ??= at;
    tried.resolvedAt = at;
  }
  if (move === "reopen" && tried.resolvedAt) {
    tried.pauses.push({ from: tried.resolvedAt, to: at });
    tried.resolvedAt = null;
  }
}

/** Where the two promises of a tried level stand at an instant. */
export function triedLevel(
  calendar: SupportCalendar,
  input: TryServiceLevelInput,
  now: Date,
): ServiceLevelView {
  const { answerMinutes, resolveMinutes, firstWordAt, resolvedAt, pauses } = triedFacts(input, now);
  const read = (targetMinutes: number | null, stoppedAt: Date | null) => {
    if (targetMinutes === null) return null;
    const facts: ClockFacts = { targetMinutes, startedAt: input.filedAt, stoppedAt, pauses };
    return viewOfClock(readClock(calendar, facts, now));
  };
  return { answer: read(answerMinutes, firstWordAt), resolve: read(resolveMinutes, resolvedAt) };
}
