import "server-only";
import type { Db } from "@/lib/db";
import { counterOf, type Limit, spendPoint } from "@/lib/rate-limits";

const QUARTER_HOUR = 15 * 60;
const PAIR: Limit = { name: "sign-in-pair", points: 10, seconds: QUARTER_HOUR };
const ACCOUNT: Limit = { name: "sign-in-account", points: 50, seconds: QUARTER_HOUR };
const ADDRESS: Limit = { name: "sign-in-address", points: 100, seconds: QUARTER_HOUR };
const KNOWN: Limit = { name: "sign-in-known", points: 1, seconds: 30 * 86_400 };

/** A try that was counted before the password is looked at; a right password gives it back. */
type CountedTry = { giveBack: () => Promise<void> };

/**
 * Counts a try of an account from an address; null when there were too many. Ten a quarter of an hour from one place;
 * where the account has not come in from that address before, also 50 for it from everywhere, and 100 from the address.
 * So a stranger's guesses lock out neither the account's owner at their usual place nor their colleagues.
 */
export async function countTry(db: Db, email: string, address: string | null): Promise<CountedTry | null> {
  const place = `${email}|${address ?? "unknown"}`;
  const known = counterOf(db, KNOWN);
  const isKnown = (await known.get(place)) !== null;
  const shared = [
    { counter: counterOf(db, ACCOUNT), key: email },
    ...(address ? [{ counter: counterOf(db, ADDRESS), key: address }] : []),
  ].filter(() => !isKnown);
  const pair = counterOf(db, PAIR);
  if (!(await spendPoint(pair, place))) return null;
  for (const { counter, key } of shared) if (!(await spendPoint(counter, key))) return null;
  return {
    giveBack: async () => {
      await pair.delete(place);
      for (const { counter, key } of shared) await counter.reward(key);
      await known.set(place, 1, KNOWN.seconds);
    },
  };
}
