import { getReference } from "@/lib/api/reference";
import { env } from "@/lib/env";

/** The reference with examples that call this installation. */
export function referenceHere() {
  return getReference(`${env().NEXTAUTH_URL}/api/v1`);
}
