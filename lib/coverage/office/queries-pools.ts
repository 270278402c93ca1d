import "server-only";
import type { Prisma } from "@/prisma/generated/client/client";
import type { Office } from "./rules";

/** What an office reads of a pool. */
export const POOL = {
  id: true,
  name: true,
  timeZone: true,
  holidayRegion: true,
  holidayTypes: true,
  borrowsFrom: { select: { lender: { select: { id: true, timeZone: true } } } },
} satisfies Prisma.PoolSelect;

/** Who lends to whom, by borrower; half-days are the same ones in one time zone only. */
export function lendingOf(pools: Prisma.PoolGetPayload<{ select: typeof POOL }>[]): Office["lending"] {
  return new Map(
    pools.map(({ id, timeZone, borrowsFrom }) => {
      const lenders = borrowsFrom.filter(({ lender }) => lender.timeZone === timeZone);
      return [id, new Set(lenders.map(({ lender }) => lender.id))];
    }),
  );
}

/** Some pools and those that lend to them. */
export function withLenders(poolIds: readonly string[], lending: Office["lending"]): string[] {
  return [...new Set([...poolIds, ...poolIds.flatMap((id) => [...(lending.get(id) ?? [])])])];
}
