import { wallchartFile } from "@/app/_shared/wallchart/wallchart";
import { requireManager } from "@/lib/auth/guards";

export const dynamic = "force-dynamic";

export async function GET(request: Request): Promise<Response> {
  return wallchartFile(await requireManager(), request);
}
