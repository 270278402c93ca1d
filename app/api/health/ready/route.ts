import { isReady } from "@/lib/server/health";

export const dynamic = "force-dynamic";

/** The process can do work: its database answers. */
export async function GET(): Promise<Response> {
  const ready = await isReady();
  return Response.json({ status: ready ? "ready" : "not_ready" }, { status: ready ? 200 : 503 });
}
