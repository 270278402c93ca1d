import "server-only";
import { env } from "@/lib/env";

/** True when a browser sent a request from a page of ours; one that does not say where from is not. */
export function isFromOwnPages(request: Request): boolean {
  const site = request.headers.get("sec-fetch-site");
  if (site !== null && site !== "same-origin") return false;
  const origin = request.headers.get("origin");
  if (origin === null) return site === "same-origin";
  return origin === new URL(env().NEXTAUTH_URL).origin;
}
