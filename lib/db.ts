import "server-only";
import type { Prisma } from "@/prisma/generated/client/client";
import { PrismaClient } from "@/prisma/generated/client/client";
import { makeAdapter } from "./db-adapter";

/** The database a verb works on: the client, or the transaction it takes part in. */
export type Db = PrismaClient | Prisma.TransactionClient;

/** The limits of a connection outside transactions of ours: for a page, or a single write. */
const SESSION_LIMITS = {
  lock_timeout: "10s",
  statement_timeout: "30s",
  idle_in_transaction_session_timeout: "30s",
};

/** A client for one database address, with so many connections at most. */
export function createDb(url: string, max = 10): PrismaClient {
  return new PrismaClient({ adapter: makeAdapter({ connectionString: url, max }, SESSION_LIMITS) });
}

const shared = globalThis as { standbyDb?: PrismaClient };

/** The client of this process, made at first use and kept over reloads in development. */
export function db(): PrismaClient {
  const url = process.env.DATABASE_URL;
  if (!url) throw new Error("DATABASE_URL is not set: start with npm start, npm run dev or npm run demo");
  shared.standbyDb ??= createDb(url, Number(process.env.DATABASE_POOL) || undefined);
  return shared.standbyDb;
}
