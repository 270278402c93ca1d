import type { DatabaseAddress } from "./postgres";
import type { Settings } from "./settings";

/** A one-time address for the first person of an installation; null once there are people. */
export async function makeSetUpLink(
  database: DatabaseAddress,
  { publicUrl }: Settings,
): Promise<string | null> {
  // Loaded late: before the first start the database client is not generated yet.
  const { createDb } = await import("@/lib/db");
  const { offerSetUp } = await import("@/lib/pools/service-set-up");
  const { linkAddress } = await import("@/lib/accounts/rules");
  const db = createDb(database.appUrl);
  try {
    const link = await offerSetUp({ db, now: new Date() });
    return link && linkAddress(publicUrl, "set_up", link.token);
  } finally {
    await db.$disconnect();
  }
}
