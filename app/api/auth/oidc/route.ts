import { cookies } from "next/headers";
import { beginOidc, getOidcSettings } from "@/lib/auth/oidc";
import { redirectWith, seeProblem } from "@/lib/server/redirects";
import { localPath } from "@/lib/server/request-guard";

export const dynamic = "force-dynamic";

/** Sends a browser to the organisation's own sign-in. */
export async function GET(request: Request): Promise<Response> {
  const settings = getOidcSettings();
  if (!settings) return new Response(null, { status: 404 });
  const kept = Object.fromEntries((await cookies()).getAll().map(({ name, value }) => [name, value]));
  const next = localPath(new URL(request.url).searchParams.get("next")) ?? "/";
  const answer = await beginOidc(settings, kept, next);
  return /[?&]error=/.test(answer.to) ? seeProblem("provider_failed") : redirectWith(answer);
}
