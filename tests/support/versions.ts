import type { MovedTable } from "@/lib/moves/rules";
import { Prisma } from "@/prisma/generated/client/client";
import { testDb } from "./database";

/** A row and the version it stands at, as a form that was just opened would send them. */
export async function current(table: MovedTable, id: string): Promise<{ id: string; version: number }> {
  const rows = await testDb().$queryRaw<{ version: number }[]>`
    SELECT version FROM ${Prisma.raw(table)} WHERE id = ${id}::uuid`;
  const [row] = rows;
  if (!row) throw new Error(`no row ${id} in ${table}`);
  return { id, version: row.version };
}
