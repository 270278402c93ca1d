import { type Day, dayOfColumn } from "@/lib/time/day";
import { dayIn } from "@/lib/time/zone";
import { Prisma } from "@/prisma/generated/client/client";

const EMPLOYMENT = { select: { leavesOn: true, pool: { select: { timeZone: true } } } } as const;

/** What is read of an account to know whether its person has left. */
export const EMPLOYMENTS = {
  isAdministrator: true,
  managedPools: { select: { poolId: true } },
  assistant: EMPLOYMENT,
  executive: EMPLOYMENT,
} as const satisfies Prisma.UserSelect;

type Employment = { leavesOn: Date | null; pool: { timeZone: string } };

type Employed = {
  isAdministrator: boolean;
  managedPools: readonly unknown[];
  assistant: Employment | null;
  executive: Employment | null;
};

/** Whether a person still works there: until the end of their last day on the clock of the pool. */
export function isStillThere({ leavesOn, pool }: Employment, now: Date): boolean {
  const last: Day | null = leavesOn && dayOfColumn(leavesOn);
  return last === null || last >= dayIn(pool.timeZone, now);
}

/** True for a person who worked in a pool and no longer does in any; who leads a pool or administers has not left. */
export function hasLeft(
  { isAdministrator, managedPools, assistant, executive }: Employed,
  now: Date,
): boolean {
  const employments = [assistant, executive].filter((one) => one !== null);
  if (isAdministrator || managedPools.length > 0 || employments.length === 0) return false;
  return !employments.some((one) => isStillThere(one, now));
}

/** The pool of the account `u`, as SQL: the one they work in, else the first they lead; null without either. */
const POOL_OF_PERSON = Prisma.sql`coalesce(
  (SELECT pool_id FROM assistants WHERE user_id = u.id), (SELECT pool_id FROM executives WHERE user_id = u.id),
  (SELECT pool_id FROM pool_managers WHERE user_id = u.id ORDER BY pool_id LIMIT 1))`;

/** The time zone of that pool, as SQL. */
export const ZONE_OF_PERSON = Prisma.sql`(SELECT p.time_zone FROM pools p WHERE p.id = ${POOL_OF_PERSON})`;

/** What says which days that pool works, as SQL: its zone, and the region and kinds of its holidays. */
export const CLOCK_OF_PERSON = Prisma.sql`(SELECT json_build_object('timeZone', p.time_zone, 'holidayRegion', p.holiday_region,
  'holidayTypes', p.holiday_types) FROM pools p WHERE p.id = ${POOL_OF_PERSON})`;
