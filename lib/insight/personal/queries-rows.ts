import "server-only";
import type { PersonalTable, Whose } from "@/lib/personal";
import { Prisma } from "@/prisma/generated/client/client";

/** The declarations of every domain; handed in, because they are a catalogue. */
export type PersonalTables = Readonly<Record<string, PersonalTable>>;

/** A name of the database as the declarations write it, quoted. */
export function nameSql(name: string): Prisma.Sql {
  if (!/^[a-z_]+$/.test(name)) throw new Error(`${name} is no name of a table or column`);
  return Prisma.raw(`"${name}"`);
}

/** True for the rows of a table that are a person's. */
export function isOfPerson(tables: PersonalTables, table: string, userId: string): Prisma.Sql {
  const conditions = (tables[table]?.whose ?? []).map((whose) => conditionOf(tables, whose, userId));
  return conditions.length > 0 ? Prisma.sql`(${Prisma.join(conditions, " OR ")})` : Prisma.sql`false`;
}

function conditionOf(tables: PersonalTables, whose: Whose, userId: string): Prisma.Sql {
  if ("user" in whose) return Prisma.sql`${nameSql(whose.user)} = ${userId}::uuid`;
  if ("within" in whose) {
    const parents = Prisma.sql`SELECT id FROM ${nameSql(whose.within)} WHERE ${isOfPerson(tables, whose.within, userId)}`;
    return Prisma.sql`${nameSql(whose.by)} IN (${parents})`;
  }
  if ("assistant" in whose)
    return Prisma.sql`${nameSql(whose.assistant)} IN (SELECT id FROM assistants WHERE user_id = ${userId}::uuid)`;
  return Prisma.sql`${nameSql(whose.executive)} IN (SELECT id FROM executives WHERE user_id = ${userId}::uuid)`;
}
