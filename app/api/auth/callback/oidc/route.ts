import { cookies } from "next/headers";
import { resolveIdentity } from "@/lib/accounts/service-identities";
import { asAnyone } from "@/lib/auth/guards";
import { endOidc, getOidcSettings, headingIn } from "@/lib/auth/oidc";
import { problemAddress, redirectWith, seeProblem } from "@/lib/server/redirects";
import { localPath } from "@/lib/server/request-guard";
import { enterFor } from "../../../../enter";

export const dynamic = "force-dynamic";

/** Lets in whom the organisation's own sign-in has let in, where they have an account; else the sign-in page says why not. */
export async function GET(request: Request): Promise<Response> {
  const settings = getOidcSettings();
  if (!settings) return new Response(null, { status: 404 });
  const kept = Object.fromEntries((await cookies()).getAll().map(({ name, value }) => [name, value]));
  const query = Object.fromEntries(new URL(request.url).searchParams);
  const heading = localPath(headingIn(kept));
  const answer = await endOidc(settings, { cookies: kept, query }, async ({ byFactor, ...claims }) => {
    const found = await resolveIdentity(asAnyone(), claims, settings.domains);
    if (!found.ok) return problemAddress(found.reason);
    const next = heading === "/" ? undefined : heading;
    return enterFor(found.value.userId, { next, byFactor, byProvider: true });
  });
  return /\/sign-in\?error=/.test(answer.to) ? seeProblem("provider_failed") : redirectWith(answer);
}
