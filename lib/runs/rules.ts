import type { z } from "zod";

/** A kind of long work: its name in the database, and what its progress and its result are. */
export type RunKind<P, R> = { name: string; progress: z.ZodType<P>; result: z.ZodType<R> };

/**
 * How a run stands. A run whose process gives no sign of life has failed; one that was stopped may have left a result, the
 * best so far.
 */
export type Run<P, R> = {
  id: string;
  status: "running" | "done" | "stopped" | "failed";
  progress: P | null;
  result: R | null;
  askedById: string;
  /** A person asked it to stop; it may still be putting its best away. */
  isStopAsked: boolean;
  endedSecondsAgo: number | null;
};

/** Seconds between two signs of life of a run. */
export const HEARTBEAT_SECONDS = 1;

/** A run without a sign of life for so many seconds has ended with its process. */
export const SILENT_SECONDS = 15;
