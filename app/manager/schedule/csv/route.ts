import { requireManager } from "@/lib/auth/guards";
import { scheduleCsv } from "@/lib/imports/schedule/queries-export";
import { ExportScheduleInput } from "@/lib/imports/schema";
import { orNotFound } from "@/lib/server/page";

export const dynamic = "force-dynamic";

/** A file of a pool's schedule to download. */
export async function GET(request: Request): Promise<Response> {
  const ctx = await requireManager();
  const { pool: poolId, ...asked } = Object.fromEntries(new URL(request.url).searchParams);
  const input = ExportScheduleInput.safeParse({ ...asked, poolId });
  if (!input.success) return new Response(null, { status: 404 });
  const csv = await orNotFound(() => scheduleCsv(ctx, input.data));
  return new Response(csv, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${input.data.file}.csv"`,
    },
  });
}
