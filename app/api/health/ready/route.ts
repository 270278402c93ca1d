import { isReady } from "@/lib/server/health";

export const dynamic = "force-dynamic";

/** The process can do work: its database answers. */
export async function GET(): Promise<Response> {
  const ready = await isReady();
  if (ready) return Response.json({ status: "ready" });
  return Response.json({ status: "not_ready" }, { status: 503, headers: { "Retry-After": "5" } });
}
