import "server-only";
import type { Manager } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import type { Locale } from "@/lib/i18n/locales";
import { loadKnownOffice } from "@/lib/imports/queries";
import { readRecords } from "./queries-records";
import { importableSheets } from "./rules";
import type { ExportSheet } from "./schema";

/** All of the manager's pools that can be taken out, in words of a language: what an import reads, then what has been. */
export async function readOffice(ctx: Ctx<Manager>, locale: Locale): Promise<ExportSheet[]> {
  const poolId = { in: [...ctx.actor.managedPoolIds] };
  const members = await ctx.db.user.findMany({
    where: { OR: [{ assistant: { poolId } }, { executive: { poolId } }] },
    select: { email: true },
    orderBy: { email: "asc" },
  });
  const office = await loadKnownOffice(
    ctx,
    members.map(({ email }) => email),
  );
  return [...importableSheets(office, locale), ...(await readRecords(ctx))];
}
