import "server-only";
import { Prisma } from "@/prisma/generated/client/client";

/**
 * The one search of all lists: true where each typed word begins a word of the text, in any order, whatever the case and
 * accents. PostgreSQL folds both sides (`standby_words`, `standby_search`).
 */
export function isFoundBy(typed: string, text: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`standby_words(${text}) @@ standby_search(${typed})`;
}
