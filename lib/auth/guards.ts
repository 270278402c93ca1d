import "server-only";
import { cookies, headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { cache } from "react";
import type { Administrator, Answerer, Assistant, Executive, Manager, Person } from "@/lib/actor";
import { BY_ITSELF_COOKIE } from "@/lib/by-itself";
import type { Ctx, PublicCtx } from "@/lib/context";
import { db } from "@/lib/db";
import { localeOf } from "@/lib/i18n/locales";
import { sessionCookieName, sessionIdIn } from "./cookie";
import { PAGE_ADDRESS_HEADER } from "./page-address";
import { asAdministrator, asAssistant, asExecutive, asManager, getPerson, lacksFactor } from "./person";
import { getSessionPerson, listSessionPeople } from "./session";

/** The id of the session row in the browser's cookie, or null. */
export async function getSessionId(): Promise<string | null> {
  return sessionIdIn((await cookies()).get(sessionCookieName())?.value);
}

/** Whoever is signed in, asked of the database once a request; null for nobody. */
const getSignedInPerson = cache(async (): Promise<Person | null> => {
  const sid = await getSessionId();
  if (!sid) return null;
  return (await isAskedByItself()) ? getWatcher(sid) : getSessionPerson(db(), sid, new Date());
});

/** True when an open page asks anew because of what others did: its person may be away. */
async function isAskedByItself(): Promise<boolean> {
  return (await cookies()).has(BY_ITSELF_COOKIE);
}

async function getWatcher(sid: string): Promise<Person | null> {
  return (await listSessionPeople(db(), [sid], new Date())).get(sid) ?? null;
}

/** The session and context of whoever has a page open, without keeping the session alive; null where it has ended, or opens nothing. */
export async function getWatching(): Promise<{ session: string; ctx: Ctx<Person> } | null> {
  const session = await getSessionId();
  const person = session && (await getWatcher(session));
  return session && person && !lacksFactor(person)
    ? { session, ctx: { ...asAnyone(), actor: person } }
    : null;
}

/** The context of anybody, signed in or not; what they may do is for a one-time link to say. */
export function asAnyone(): PublicCtx {
  return { db: db(), now: new Date() };
}

/** The context of an assistant or executive whom a link in a mail was sent to, for what that link offers alone; null where they are neither any more. */
export async function asAnswererOfLink(userId: string): Promise<Ctx<Answerer> | null> {
  const ctx = asAnyone();
  const person = await getPerson(ctx.db, userId, ctx.now);
  const actor = person && (asAssistant(person) ?? asExecutive(person));
  return actor && { ...ctx, actor };
}

/** The context of whoever is signed in and has the second factor they must have; null for others. They read in the language of this browser, whatever the account prefers elsewhere. */
export async function getSignedIn(): Promise<Ctx<Person> | null> {
  const ctx = await getEntering();
  return ctx && !lacksFactor(ctx.actor) ? ctx : null;
}

/** The same of whoever may still have to set a second factor up. */
async function getEntering(): Promise<Ctx<Person> | null> {
  const person = await getSignedInPerson();
  return person && { ...asAnyone(), actor: { ...person, locale: localeOf(await getLocale()) } };
}

/** Where a second factor is set up, and the way on from there. */
async function factorAddress(): Promise<string> {
  const page = (await headers()).get(PAGE_ADDRESS_HEADER);
  return page && page !== "/" ? `/second-factor?${new URLSearchParams({ next: page })}` : "/second-factor";
}

/** Where to sign in, and come back from; it says so where a session has ended. */
async function signInAddress(): Promise<string> {
  const asked = await headers();
  const page = asked.get(PAGE_ADDRESS_HEADER);
  const hasEnded = asked.has("next-action") || (await cookies()).has(sessionCookieName());
  const query = new URLSearchParams({
    ...(page && page !== "/" ? { next: page } : {}),
    ...(hasEnded ? { ended: "1" } : {}),
  });
  return query.size > 0 ? `/sign-in?${query}` : "/sign-in";
}

async function gate<A extends Person>(as: (person: Person) => A | null): Promise<Ctx<A>> {
  const ctx = await requireEntering();
  if (lacksFactor(ctx.actor)) return redirect(await factorAddress());
  const actor = as(ctx.actor);
  if (!actor) notFound();
  return { ...ctx, actor };
}

/** The context of whoever is signed in, also before they have the second factor they must have; others are sent to sign in. */
export async function requireEntering(): Promise<Ctx<Person>> {
  return (await getEntering()) ?? redirect(await signInAddress());
}

/** The context of a signed-in person of any role; others are sent to sign in. */
export function requirePerson(): Promise<Ctx<Person>> {
  return gate((person) => person);
}

/** The context of a manager of at least one pool; for others the page does not exist. */
export function requireManager(): Promise<Ctx<Manager>> {
  return gate(asManager);
}

export function requireAssistant(): Promise<Ctx<Assistant>> {
  return gate(asAssistant);
}

export function requireExecutive(): Promise<Ctx<Executive>> {
  return gate(asExecutive);
}

export function requireAdministrator(): Promise<Ctx<Administrator>> {
  return gate(asAdministrator);
}
