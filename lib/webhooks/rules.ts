const MINUTE_MS = 60_000;
/** Minutes until the next attempt after the first, the second and so on: ten attempts in about three days. */
const WAITS = [1, 5, 15, 60, 180, 360, 720, 1_080, 1_440] as const;
/** So much of a wait is left to chance, so that what failed together isn't tried together. */
const JITTER = 0.2;

export const MOST_DELIVERY_ATTEMPTS = WAITS.length + 1;
/** After so long without one success an endpoint is shut. */
const FAILS_AT_MOST_MS = 5 * 86_400_000;
/** How long two signatures are sent after a secret was changed. */
export const ROTATION_MS = 86_400_000;

/** When a delivery is tried again if its n-th attempt comes to nothing; `chance` is from 0 to 1. */
export function nextDeliveryAt(attempts: number, now: Date, chance: number): Date {
  const wait = WAITS[Math.min(attempts, WAITS.length) - 1] ?? WAITS[0];
  return new Date(now.getTime() + wait * MINUTE_MS * (1 + JITTER * (chance - 0.5)));
}

/** What came of an attempt: the status that was answered, or why there was none. */
export type DeliveryAnswer = { status: number } | { fault: string };

/** Only an answer of 2xx says that it was taken. */
export function isDelivered(answer: DeliveryAnswer): boolean {
  return "status" in answer && answer.status >= 200 && answer.status < 300;
}

/** Why an endpoint is to be told nothing any more after an attempt that failed; null while it is tried again. */
export function endOfEndpoint(
  answer: DeliveryAnswer,
  failingSince: Date | null,
  now: Date,
): "gone" | "failing" | null {
  if ("status" in answer && answer.status === 410) return "gone";
  const hasFailedFor = failingSince ? now.getTime() - failingSince.getTime() : 0;
  return hasFailedFor >= FAILS_AT_MOST_MS ? "failing" : null;
}

/** A body as it is sent: what happened, when, and the ids and times of it. */
export function bodyOfDelivery({ kind, at, data }: { kind: string; at: Date; data: unknown }): string {
  return JSON.stringify({ type: kind, timestamp: at.toISOString(), data });
}
