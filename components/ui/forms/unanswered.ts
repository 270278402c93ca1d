/** Why no answer came: the browser is offline, the server can't be reached, or what came back was none. */
export type Unanswered = "offline" | "unreachable" | "failed";

/** Which of them an error of a call means. */
export function unansweredBy(error: unknown, isOnline: boolean): Unanswered {
  if (!isOnline) return "offline";
  return error instanceof TypeError ? "unreachable" : "failed";
}

/** Where an action sends the browser instead of answering; null for every other error. */
export function redirectTarget(error: unknown): string | null {
  const { digest } = Object(error) as { digest?: unknown };
  if (typeof digest !== "string" || !digest.startsWith("NEXT_REDIRECT;")) return null;
  return digest.split(";").slice(2, -2).join(";");
}

/** True for the page to sign in at: there the session had ended, and nothing was done. */
export function isSignIn(path: string): boolean {
  return /^\/sign-in($|[?#])/.test(path);
}
