import "server-only";
import { LinkToken } from "@/lib/accounts/schema";

/** The secret in the address of a one-time link; empty when there is none to speak of. */
export async function tokenIn(
  searchParams: Promise<Record<string, string | string[] | undefined>>,
): Promise<string> {
  return LinkToken.safeParse((await searchParams).token).data ?? "";
}
