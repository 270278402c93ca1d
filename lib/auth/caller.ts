import "server-only";
import type { Person } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { db } from "@/lib/db";
import { getBearer } from "./api-token";
import { sessionCookieName, sessionIdIn } from "./cookie";
import { getSessionPerson } from "./session";

/** Who a request speaks for, and how far an API token goes; null where a browser said so by itself. */
export type Caller = { ctx: Ctx<Person>; scopes: ReadonlySet<string> | null };

/** The person of a request's bearer token, else of its session cookie; null for nobody. A wrong token is nobody, whatever the cookie says. */
export async function getCaller(request: Request): Promise<Caller | null> {
  const now = new Date();
  const authorization = request.headers.get("authorization");
  if (authorization !== null) {
    const bearer = await getBearer(db(), authorization, now);
    return bearer && { ctx: { actor: bearer.person, db: db(), now }, scopes: bearer.scopes };
  }
  const person = await getSessionPersonIn(cookiesOf(request).get(sessionCookieName()), now);
  return person && { ctx: { actor: person, db: db(), now }, scopes: null };
}

async function getSessionPersonIn(cookie: string | undefined, now: Date): Promise<Person | null> {
  const sid = await sessionIdIn(cookie);
  return sid ? getSessionPerson(db(), sid, now) : null;
}

function cookiesOf(request: Request): Map<string, string> {
  const pairs = (request.headers.get("cookie") ?? "").split(";").map((pair) => {
    const [name = "", ...value] = pair.split("=");
    return [name.trim(), value.join("=").trim()] as const;
  });
  return new Map(pairs);
}
