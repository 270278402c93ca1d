const SAFE_METHODS = new Set(["GET", "HEAD", "OPTIONS"]);

/** What the guard looks at in a request. */
export type GuardedRequest = {
  method: string;
  path: string;
  headers: Pick<Headers, "get">;
  /** The address people reach this installation at; without one, the Host header stands for it. */
  publicUrl?: string;
};

export type Verdict = { allowed: true } | { allowed: false; address: string };

/**
 * Refuses an unsafe request that another site may have sent: its Origin must be the public address, or, without
 * an Origin, Sec-Fetch-Site must say the same. API calls that carry a bearer token or no cookie, and what mail programs post,
 * borrow nobody's session and pass.
 */
export function judgeRequest({ method, path, headers, publicUrl }: GuardedRequest): Verdict {
  if (SAFE_METHODS.has(method) || isOwnAuthority(path, headers)) return { allowed: true };
  const home = homeOf(headers, publicUrl);
  return isFromHome(headers, home) ? { allowed: true } : { allowed: false, address: home.address };
}

// What mail programs and mail servers post comes from no page; the signed token in its address, or its signature, says what may be done.
const BY_MAIL_PROGRAMS = /^\/api\/(mail\/unsubscribe\/[^/]+|inbound-mail)$/;

const FOR_PROGRAMS = /^\/api\/(v1|scim\/v2)(\/|$)/;

function isOwnAuthority(path: string, headers: GuardedRequest["headers"]): boolean {
  if (BY_MAIL_PROGRAMS.test(path)) return true;
  if (!FOR_PROGRAMS.test(path)) return false;
  return /^Bearer \S/i.test(headers.get("authorization") ?? "") || !headers.get("cookie");
}

type Home = { address: string; isOrigin: (origin: URL) => boolean };

function homeOf(headers: GuardedRequest["headers"], publicUrl: string | undefined): Home {
  if (publicUrl) {
    const { origin } = new URL(publicUrl);
    return { address: origin, isOrigin: (url) => url.origin === origin };
  }
  const host = headers.get("host") ?? "";
  return { address: host, isOrigin: (url) => host !== "" && url.host === host };
}

function isFromHome(headers: GuardedRequest["headers"], home: Home): boolean {
  const site = headers.get("sec-fetch-site");
  if (site !== null && site !== "same-origin" && site !== "none") return false;
  const origin = headers.get("origin");
  if (origin === null) return site === "same-origin";
  return URL.canParse(origin) && home.isOrigin(new URL(origin));
}

const ANYWHERE = "http://standby.invalid";

/** A path of this site that is safe to go to after sign-in; undefined for anything that could lead elsewhere. */
export function localPath(next: unknown): string | undefined {
  if (typeof next !== "string" || !next.startsWith("/") || !URL.canParse(next, ANYWHERE)) return undefined;
  const url = new URL(next, ANYWHERE);
  if (url.origin !== ANYWHERE || url.pathname.startsWith("//")) return undefined;
  return `${url.pathname}${url.search}${url.hash}`;
}
