import "server-only";
import { db } from "@/lib/db";
import { logFailure } from "@/lib/log";

const PATIENCE_MS = 2_000;

/** True when the database answers within two seconds and has been migrated. */
export async function isReady(): Promise<boolean> {
  const asked = db().$queryRaw`SELECT 1 FROM audit_events LIMIT 1`.then(
    () => true,
    (error: unknown) => {
      logFailure(error, { reference: "health", where: "ready" });
      return false;
    },
  );
  let timer: NodeJS.Timeout | undefined;
  const timedOut = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), PATIENCE_MS);
  });
  const answer = await Promise.race([asked, timedOut]);
  clearTimeout(timer);
  return answer;
}
