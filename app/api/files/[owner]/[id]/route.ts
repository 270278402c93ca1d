import { z } from "zod";
import type { Person } from "@/lib/actor";
import { getSignedIn } from "@/lib/auth/guards";
import type { Ctx } from "@/lib/context";
import { isBusy, NotFoundError } from "@/lib/errors";
import type { ServedFile } from "@/lib/files/queries";
import { savedAs } from "@/lib/files/rules";
import { requireResume } from "@/lib/hiring/applications/queries";
import { logFailure } from "@/lib/log";
import { requireRequestFile } from "@/lib/requests/files/queries";
import { requestIdOf } from "@/lib/server/request-id";

export const dynamic = "force-dynamic";

/** The domains that have files; each says who may have which. */
const OWNERS: Readonly<Record<string, (ctx: Ctx<Person>, id: string) => Promise<ServedFile>>> = {
  applications: requireResume,
  requests: requireRequestFile,
};

/** A file for whoever may have it: saved, never shown, and without any right in the browser. */
export async function GET(
  request: Request,
  { params }: RouteContext<"/api/files/[owner]/[id]">,
): Promise<Response> {
  const { owner, id } = await params;
  const ctx = await getSignedIn();
  if (!ctx) return new Response(null, { status: 401 });
  const read = Object.hasOwn(OWNERS, owner) ? OWNERS[owner] : undefined;
  if (!read || !z.uuid().safeParse(id).success) return new Response(null, { status: 404 });
  try {
    const { name, type, bytes } = await read(ctx, id);
    return new Response(new Uint8Array(bytes), {
      headers: {
        "Content-Type": type,
        "Content-Disposition": savedAs(name),
        "Content-Length": String(bytes.length),
      },
    });
  } catch (error) {
    if (error instanceof NotFoundError) return new Response(null, { status: 404 });
    logFailure(error, { reference: requestIdOf(request), where: "file" });
    return new Response(null, { status: isBusy(error) ? 503 : 500 });
  }
}
