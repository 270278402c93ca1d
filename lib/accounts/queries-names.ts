import "server-only";
import type { Db } from "@/lib/db";
import { isFoundBy } from "@/lib/search";
import { Prisma } from "@/prisma/generated/client/client";

/** Swedish order of the users `u`, whatever the case: A to Z, then Å, Ä, Ö. */
export const NAME_ORDER = Prisma.sql`lower(u.name) COLLATE "sv-x-icu"`;

const WORDS = Prisma.sql`u.name || ' ' || split_part(u.email, '@', 1)`;

/** True for users `u` found by the words of their name or of their e-mail before the @; what has an @ begins an e-mail. */
export function isNamed(q: string): Prisma.Sql {
  if (!q.includes("@")) return isFoundBy(q, WORDS);
  return Prisma.sql`u.email ^@ lower(${q})`;
}

/** The users found by a search, for a list that belongs to another domain. */
export async function listUserIdsNamed({ db }: { db: Db }, q: string): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`SELECT u.id FROM users u WHERE ${isNamed(q)}`;
  return rows.map((row) => row.id);
}
