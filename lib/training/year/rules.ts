import type { Day } from "@/lib/time/day";

/** What of a session counts for a budget: a seat that stays empty is paid for, one that is called off is not. */
export type CostedSession = {
  firstOn: Day;
  isCancelled: boolean;
  capacity: number;
  costPerPerson: number;
  costPerSession: number;
  currency: string;
};

export function sessionCost({ capacity, costPerPerson, costPerSession, isCancelled }: CostedSession): number {
  return isCancelled ? 0 : costPerSession + costPerPerson * capacity;
}

export type BudgetSums = { spent: number; committed: number; left: number | null; others: number };

/** What is spent and committed of a budget on a day; sessions in another currency are counted apart. */
export function budgetSums(
  sessions: readonly CostedSession[],
  budget: { amount: number; currency: string } | null,
  today: Day,
): BudgetSums {
  const currency = budget?.currency ?? sessions[0]?.currency;
  const counted = sessions.filter((one) => one.currency === currency);
  const sum = (rows: readonly CostedSession[]) => rows.reduce((total, one) => total + sessionCost(one), 0);
  const spent = sum(counted.filter(({ firstOn }) => firstOn < today));
  const committed = sum(counted.filter(({ firstOn }) => firstOn >= today));
  const others = sessions.filter((one) => one.currency !== currency && sessionCost(one) > 0).length;
  return { spent, committed, left: budget && budget.amount - spent - committed, others };
}
