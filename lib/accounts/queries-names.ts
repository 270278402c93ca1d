import "server-only";
import { Prisma } from "@/prisma/generated/client/client";

/** Swedish order of the users `u`, whatever the case: A to Z, then Å, Ä, Ö. */
export const NAME_ORDER = Prisma.sql`lower(u.name) COLLATE "sv-x-icu"`;

/** True for users `u` whose name or e-mail holds the words. */
export function isNamed(q: string): Prisma.Sql {
  return Prisma.sql`(strpos(lower(u.name), lower(${q})) > 0 OR strpos(u.email, lower(${q})) > 0)`;
}
