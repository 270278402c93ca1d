import "server-only";
import { notFound, redirect } from "next/navigation";
import { getServerSession } from "next-auth";
import { getLocale } from "next-intl/server";
import { cache } from "react";
import type { Administrator, Assistant, Executive, Manager, Person } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { db } from "@/lib/db";
import { localeOf } from "@/lib/i18n/locales";
import { authOptions } from "./options";
import { asAdministrator, asAssistant, asExecutive, asManager, getPerson } from "./person";
import { getSessionUserId } from "./session";

/** The id of the session row in the browser's cookie, or null. */
export async function getSessionId(): Promise<string | null> {
  const session = await getServerSession(authOptions);
  return session?.sid ?? null;
}

/** Whoever is signed in, asked of the database once a request; null for nobody. */
export const getSignedInPerson = cache(async (): Promise<Person | null> => {
  const sid = await getSessionId();
  const userId = sid && (await getSessionUserId(db(), sid, new Date()));
  return userId ? getPerson(db(), userId) : null;
});

// The person reads in the language of this browser, whatever the account prefers elsewhere.
async function gate<A extends Person>(as: (person: Person) => A | null): Promise<Ctx<A>> {
  const person = await getSignedInPerson();
  if (!person) redirect("/sign-in");
  const actor = as(person);
  if (!actor) notFound();
  return { actor: { ...actor, locale: localeOf(await getLocale()) }, db: db(), now: new Date() };
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
