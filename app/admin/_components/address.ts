import { z } from "zod";
import { ListAccountsInput } from "@/lib/accounts/schema";

/** What the address of the accounts asks: which are listed, and which is open. */
export const AccountsAddress = ListAccountsInput.extend({ open: z.uuid().optional() });

/** What the address of a list asks, as written there. */
export type Address = Record<string, string | undefined>;

/** The address of a list with some of what is asked changed; a change starts from the first page with nothing open. */
export function addressOf(path: string, asked: Address, change: Address = {}): string {
  const wanted: Address = { ...asked, cursor: undefined, open: undefined, ...change };
  const parts = Object.entries(wanted);
  const search = new URLSearchParams(parts.filter((part): part is [string, string] => Boolean(part[1])));
  return search.size > 0 ? `${path}?${search}` : path;
}
