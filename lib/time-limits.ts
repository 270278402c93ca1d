import "server-only";
import type { Db } from "./db";

/** How long PostgreSQL lets a transaction wait and work, in milliseconds, 0 for ever; it ends what goes on for longer. */
export type TimeLimits = { lock: number; statement: number; idle: number; transaction: number };

/** What a person waits for; what is written in sets while no person waits, such as imports and jobs; and the demo's seed, which takes as long as the machine needs. */
export const TIME_LIMITS = {
  person: { lock: 10_000, statement: 20_000, idle: 20_000, transaction: 25_000 },
  batch: { lock: 60_000, statement: 600_000, idle: 600_000, transaction: 1_200_000 },
  none: { lock: 0, statement: 0, idle: 0, transaction: 0 },
} satisfies Record<string, TimeLimits>;

// Prisma's own limit only catches what PostgreSQL can't: a process that stood still, a network that is gone.
const BEYOND_POSTGRESQL_MS = 15_000;

// 24 days.
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** How long Prisma waits for a transaction: longer than PostgreSQL lets it last. */
export function clientTimeout({ transaction }: TimeLimits): number {
  return transaction === 0 ? LONGEST_TIMER_MS : transaction + BEYOND_POSTGRESQL_MS;
}

/** Has PostgreSQL hold the limits of the transaction under way; before version 17 it has none on the whole. */
export async function setTimeLimits(
  db: Db,
  { lock, statement, idle, transaction }: TimeLimits,
): Promise<void> {
  await db.$executeRaw`
    SELECT set_config('lock_timeout', ${`${lock}`}, true),
      set_config('statement_timeout', ${`${statement}`}, true),
      set_config('idle_in_transaction_session_timeout', ${`${idle}`}, true),
      CASE WHEN current_setting('server_version_num')::int >= 170000
        THEN set_config('transaction_timeout', ${`${transaction}`}, true) END`;
}
