/** What a search may spend. `ms` counts on the injected `now`; without it only `shouldStop` ends it. */
export type Limits = { budget: { ms?: number }; now?: () => number; shouldStop?: () => boolean };

/** When to stop: the person's wish, the clock, and the time left for a solver call. */
export type Stopping = {
  isCancelled: () => boolean;
  isOver: () => boolean;
  remainingMs: () => number;
  elapsedMs: () => number;
};

/** Reads what a search may spend; without an injected clock no time passes. */
export function makeStopping(options: Limits): Stopping {
  const now = options.now ?? (() => 0);
  const began = now();
  const limit = options.budget.ms ?? Number.POSITIVE_INFINITY;
  const isCancelled = options.shouldStop ?? (() => false);
  const elapsedMs = () => now() - began;
  return {
    isCancelled,
    elapsedMs,
    remainingMs: () => Math.max(0, limit - elapsedMs()),
    isOver: () => elapsedMs() >= limit || isCancelled(),
  };
}

/** The same limits, ending sooner: after this share of the time that is left. */
export function shareOf(stopping: Stopping, share: number): Stopping {
  const end = stopping.elapsedMs() + share * stopping.remainingMs();
  return {
    ...stopping,
    remainingMs: () => Math.max(0, end - stopping.elapsedMs()),
    isOver: () => stopping.elapsedMs() >= end || stopping.isCancelled(),
  };
}
