import { z } from "zod";
import { requireManager } from "@/lib/auth/guards";
import { csvOf, separatorIn } from "@/lib/csv";
import { namesOfDuties } from "@/lib/pools/queries-duties";
import { orNotFound } from "@/lib/server/page";
import { listWholeMatrix } from "@/lib/training/matrix/queries";

export const dynamic = "force-dynamic";

/** The levels of a pool as a file for a spreadsheet: a person a row, a duty a column. */
export async function GET(request: Request): Promise<Response> {
  const ctx = await requireManager();
  const poolId = z.uuid().safeParse(new URL(request.url).searchParams.get("pool"));
  if (!poolId.success) return new Response(null, { status: 404 });
  const { duties, people } = await orNotFound(() => listWholeMatrix(ctx, poolId.data));
  const ids = duties.map(({ dutyId }) => dutyId);
  const names = await namesOfDuties(ctx, ids);
  const rows = people.map(({ name, levels }) => [name, ...ids.map((id) => String(levels[id] ?? ""))]);
  const csv = csvOf([["", ...ids.map((id) => names[id] ?? id)], ...rows], separatorIn(ctx.actor.locale));
  return new Response(csv, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": 'attachment; filename="skills.csv"',
    },
  });
}
