import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient } from "@/prisma/generated/client/client";
import { readE2eRun } from "./e2e-run";

let client: PrismaClient | null = null;

/** The database of the server under test, for what a test must find there; one client for each worker. */
export function e2eDb(): PrismaClient {
  client ??= new PrismaClient({
    adapter: new PrismaPg({ connectionString: readE2eRun().databaseUrl, max: 2 }),
  });
  return client;
}

/** Closes this worker's connections. */
export async function leaveE2eDb(): Promise<void> {
  await client?.$disconnect();
  client = null;
}
