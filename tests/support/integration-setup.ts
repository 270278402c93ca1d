import { afterAll, afterEach, beforeAll, beforeEach } from "vitest";
import { settleRuns } from "@/lib/runs/service";
import { emptyDatabase, leaveDatabase, makeDatabase, testDatabaseUrl } from "./database";

process.env.DATABASE_URL = testDatabaseUrl;
process.env.NEXTAUTH_SECRET = "a secret of the tests, long enough to pass";
process.env.NEXTAUTH_URL = "http://127.0.0.1:3000";

beforeAll(makeDatabase);
beforeEach(emptyDatabase);
afterEach(settleRuns);
afterAll(leaveDatabase);
