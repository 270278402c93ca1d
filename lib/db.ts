import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import type { Prisma } from "@/prisma/generated/client/client";
import { PrismaClient } from "@/prisma/generated/client/client";

/** The database a verb works on: the client, or the transaction it takes part in. */
export type Db = PrismaClient | Prisma.TransactionClient;

/** A client for one database address. */
export function createDb(url: string): PrismaClient {
  return new PrismaClient({ adapter: new PrismaPg({ connectionString: url, max: 10 }) });
}

const shared = globalThis as { standbyDb?: PrismaClient };

/** The client of this process, made at first use and kept over reloads in development. */
export function db(): PrismaClient {
  const url = process.env.DATABASE_URL;
  if (!url) throw new Error("DATABASE_URL is not set: start with npm start, npm run dev or npm run demo");
  shared.standbyDb ??= createDb(url);
  return shared.standbyDb;
}
