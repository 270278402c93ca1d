import type { Day } from "@/lib/time/day";

/** What is done once in a new office, in this order. */
export const FIRST_STEPS = ["people", "invitations", "allowances", "plan"] as const;
export type FirstStep = (typeof FIRST_STEPS)[number];

/** What the database knows of a pool's first steps. */
export type PoolFacts = {
  id: string;
  name: string;
  isClosed: boolean;
  assistants: number;
  executives: number;
  /** How many of its people were never invited, and how many have a password. */
  neverInvited: number;
  active: number;
  /** How many assistants have no yearly allowance. */
  withoutAllowance: number;
  /** Whether a plan was ever accepted. */
  hasPlan: boolean;
};

/** The coming six weeks of a pool that never had a plan. */
export type PoolAhead = { poolId: string; from: Day; to: Day; open: number };

/** Which steps are done. Without people nothing after them is; a pool that has had a plan is past planning, whatever opens later. */
export function stepsDone(
  pools: readonly PoolFacts[],
  ahead: readonly PoolAhead[],
): Record<FirstStep, boolean> {
  const people = pools.every(hasPeople);
  return {
    people,
    invitations: people && pools.every(({ neverInvited }) => neverInvited === 0),
    allowances: people && pools.every(({ withoutAllowance }) => withoutAllowance === 0),
    plan:
      people &&
      pools.every(
        ({ id, hasPlan }) => hasPlan || ahead.some(({ poolId, open }) => poolId === id && open === 0),
      ),
  };
}

/** Whether a pool has somebody to support and somebody to do it. */
export function hasPeople({ assistants, executives }: PoolFacts): boolean {
  return assistants > 0 && executives > 0;
}
