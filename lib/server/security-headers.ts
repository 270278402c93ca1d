export type HeaderSituation = {
  nonce: string;
  isDevelopment: boolean;
  isHttps: boolean;
  /** Pages and answers that belong to one person; false for files every visitor gets. */
  isPrivate: boolean;
  /** What a person sent, which may say anything: it gets no right at all in the browser. */
  isFile?: boolean;
  /** The provider people sign in with: signing out here leads on to there. */
  provider?: string | undefined;
};

/** The content security policy of a page: scripts run only with this request's nonce. */
export function contentSecurityPolicy({ nonce, isDevelopment, isHttps, provider }: HeaderSituation): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ""}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self'${isDevelopment ? " ws: wss:" : ""}`,
    "worker-src 'self' blob:",
    "manifest-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    `form-action 'self'${provider ? ` ${new URL(provider).origin}` : ""}`,
    "frame-ancestors 'none'",
    ...(isHttps ? ["upgrade-insecure-requests"] : []),
  ].join("; ");
}

const NO_RIGHTS = "sandbox; default-src 'none'; frame-ancestors 'none'";

/** Every header a response is given to keep browsers strict. */
export function securityHeaders(situation: HeaderSituation): Record<string, string> {
  return {
    "Content-Security-Policy": situation.isFile ? NO_RIGHTS : contentSecurityPolicy(situation),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
    ...(situation.isHttps ? { "Strict-Transport-Security": "max-age=63072000; includeSubDomains" } : {}),
    ...(situation.isPrivate ? { "Cache-Control": "private, no-store" } : {}),
  };
}
