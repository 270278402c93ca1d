import { afterEach, beforeAll, beforeEach, vi } from "vitest";
import { settleRuns } from "@/lib/runs/service";
import { MONDAY_MORNING } from "./contexts";
import { emptyDatabase, makeDatabase, openTransactions, testDatabaseUrl } from "./database";

process.env.DATABASE_URL = testDatabaseUrl;
process.env.NEXTAUTH_SECRET = "a secret of the tests, long enough to pass";
process.env.CASE_KEY = "a key of the tests, long enough to seal with";
process.env.NEXTAUTH_URL = "http://127.0.0.1:3000";
// There is mail; a test that sends some says to which server.
process.env.SMTP_URL = "smtp://127.0.0.1:1";
process.env.WEBHOOK_PRIVATE_HOSTS = "127.0.0.1";

beforeAll(makeDatabase);
beforeEach(async () => {
  await emptyDatabase();
  // What asks the clock itself (the API, a session) is told the time that the contexts have, on any day.
  vi.useFakeTimers({ toFake: ["Date"], now: MONDAY_MORNING });
});

afterEach(async () => {
  await settleRuns();
  vi.useRealTimers();
  const open = await openTransactions();
  if (open.length > 0) throw new Error(`The test left a transaction open, last with: ${open.join(", ")}.`);
});
