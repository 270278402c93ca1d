import "server-only";
import type { Ctx } from "@/lib/context";
import { listOwnWords } from "@/lib/disputes/cases/queries-export";
import { refusalUnlessProven } from "@/lib/proof";
import { ok, type Result } from "@/lib/result";
import { isOfPerson, nameSql, type PersonalTables } from "./queries-rows";
import type { PersonalExport } from "./schema";

/** All that is kept of the actor, without secrets and what others may keep from them; refuses whoever has not shown lately that it is they. */
export async function exportOwnData(
  ctx: Ctx,
  tables: PersonalTables,
): Promise<Result<PersonalExport, "proof_needed">> {
  const unproven = refusalUnlessProven(ctx);
  if (unproven) return unproven;
  const found: PersonalExport["tables"] = {};
  for (const [table, { whose, unexported = [] }] of Object.entries(tables)) {
    if (!whose || unexported === "table") continue;
    const rows = await ctx.db.$queryRaw<{ row: Record<string, unknown> }[]>`
      SELECT to_jsonb(t) - ${[...unexported]}::text[] AS row FROM ${nameSql(table)} t
      WHERE ${isOfPerson(tables, table, ctx.actor.userId)}`;
    if (rows.length > 0) found[table] = rows.map(({ row }) => row);
  }
  const words = await listOwnWords(ctx);
  if (words.length > 0) found.conversations = words;
  return ok({ takenAt: ctx.now.toISOString(), tables: found });
}
