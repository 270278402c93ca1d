import { wallchartFile } from "@/app/_shared/wallchart/wallchart";
import { requireAssistant } from "@/lib/auth/guards";

export const dynamic = "force-dynamic";

export async function GET(request: Request): Promise<Response> {
  return wallchartFile(await requireAssistant(), request);
}
