import "server-only";
import { randomBytes } from "node:crypto";
import { log } from "@/lib/log";
import type { RefusalReason } from "@/lib/refusals";

/** Leads a browser somewhere and gives it cookies. */
export function redirectWith({ to, cookies }: { to: string; cookies: readonly string[] }): Response {
  const headers = new Headers({ location: to, "cache-control": "no-store" });
  for (const cookie of cookies) headers.append("set-cookie", cookie);
  return new Response(null, { status: 302, headers });
}

/** The sign-in page that says why somebody was not let in, with a reference that stands in the log too. */
export function problemAddress(reason: RefusalReason): string {
  const reference = randomBytes(4).toString("hex");
  log().warn({ reference, reason }, "sign-in by a provider");
  return `/sign-in?${new URLSearchParams({ problem: reason, ref: reference })}`;
}

export function seeProblem(reason: RefusalReason): Response {
  return redirectWith({ to: problemAddress(reason), cookies: [] });
}
