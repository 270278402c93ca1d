import { getSignedIn } from "@/lib/auth/guards";
import { asManager } from "@/lib/auth/person";
import { ExportFormatInput } from "@/lib/imports/export/schema";
import { exportOffice } from "@/lib/imports/export/service";
import { fileResponse, seePage } from "@/lib/server/file-response";

export const dynamic = "force-dynamic";

/** The data of a manager's pools as a file; whoever has not shown lately that it is they is led to the page that asks. */
export async function GET(
  _request: Request,
  { params }: RouteContext<"/api/exports/office/[format]">,
): Promise<Response> {
  const format = ExportFormatInput.safeParse((await params).format);
  const ctx = await getSignedIn();
  const manager = ctx && asManager(ctx.actor);
  if (!format.success || !manager) return new Response(null, { status: 404 });
  const file = await exportOffice({ ...ctx, actor: manager }, format.data);
  return file.ok ? fileResponse(file.value) : seePage("/manager/export");
}
