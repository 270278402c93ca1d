import "server-only";
import { getToken } from "next-auth/jwt";
import type { Person } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { type Db, db } from "@/lib/db";
import { env } from "@/lib/env";
import { getBearer } from "./api-token";
import { sessionCookieName } from "./cookie";
import { getPerson } from "./person";
import { getSessionUserId } from "./session";

/** Who a request speaks for, and whether a browser said so by itself. */
export type Caller = { ctx: Ctx<Person>; isBrowser: boolean };

/** The person of a request's bearer token, else of its session cookie; null for nobody. A wrong token is nobody, whatever the cookie says. */
export async function getCaller(request: Request): Promise<Caller | null> {
  const now = new Date();
  const authorization = request.headers.get("authorization");
  const person =
    authorization === null
      ? await getSessionPerson(db(), request, now)
      : await getBearer(db(), authorization, now);
  return person && { ctx: { actor: person, db: db(), now }, isBrowser: authorization === null };
}

async function getSessionPerson(database: Db, request: Request, now: Date): Promise<Person | null> {
  const name = sessionCookieName();
  const cookie = cookiesOf(request).get(name);
  if (!cookie) return null;
  const token = await getToken({
    req: { headers: {}, cookies: { [name]: cookie } } as unknown as Parameters<typeof getToken>[0]["req"],
    cookieName: name,
    secret: env().NEXTAUTH_SECRET,
  });
  const userId = token?.sid ? await getSessionUserId(database, token.sid, now) : null;
  return userId ? getPerson(database, userId, now) : null;
}

function cookiesOf(request: Request): Map<string, string> {
  const pairs = (request.headers.get("cookie") ?? "").split(";").map((pair) => {
    const [name = "", ...value] = pair.split("=");
    return [name.trim(), value.join("=").trim()] as const;
  });
  return new Map(pairs);
}
