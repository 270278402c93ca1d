import { afterEach, beforeAll, beforeEach } from "vitest";
import { emptyDatabase, makeDatabase, openTransactions, testDatabaseUrl } from "./database";

process.env.DATABASE_URL = testDatabaseUrl;
process.env.NEXTAUTH_SECRET = "a secret of the tests, long enough to pass";
process.env.NEXTAUTH_URL = "http://127.0.0.1:3000";

beforeAll(makeDatabase);
beforeEach(emptyDatabase);

afterEach(async () => {
  const open = await openTransactions();
  if (open.length > 0) throw new Error(`The test left a transaction open, last with: ${open.join(", ")}.`);
});
