import type { Administrator, Assistant, Executive, Manager, Person } from "@/lib/actor";
import { asAdministrator, asAssistant, asExecutive, asManager, getPerson } from "@/lib/auth/person";
import { getSessionPerson } from "@/lib/auth/session";
import type { Ctx, SystemCtx } from "@/lib/context";
import { testDb } from "./database";

/** Monday 17 August 2026, 09:00 in Stockholm. */
export const MONDAY_MORNING = new Date("2026-08-17T07:00:00Z");

/** The context of a job at an instant. */
export function asSystem(now = MONDAY_MORNING): SystemCtx {
  return { actor: null, db: testDb(), now };
}

async function contextOf<A extends Person>(
  userId: string,
  as: (person: Person) => A | null,
  now: Date,
): Promise<Ctx<A>> {
  const person = await getPerson(testDb(), userId, now);
  const actor = person && as(person);
  if (!actor) throw new Error("this account lacks the role");
  return { actor, db: testDb(), now };
}

/** The context of an account in a role, as the gates of lib/auth make it. */
export function asManagerOf(userId: string, now = MONDAY_MORNING): Promise<Ctx<Manager>> {
  return contextOf(userId, asManager, now);
}

export function asAssistantOf(userId: string, now = MONDAY_MORNING): Promise<Ctx<Assistant>> {
  return contextOf(userId, asAssistant, now);
}

export function asExecutiveOf(userId: string, now = MONDAY_MORNING): Promise<Ctx<Executive>> {
  return contextOf(userId, asExecutive, now);
}

export function asAdministratorOf(userId: string, now = MONDAY_MORNING): Promise<Ctx<Administrator>> {
  return contextOf(userId, asAdministrator, now);
}

/** The context of somebody in a browser that holds a session. */
export async function asSignedIn(sid: string, now = MONDAY_MORNING): Promise<Ctx> {
  const actor = await getSessionPerson(testDb(), sid, now);
  if (!actor) throw new Error("this session has ended");
  return { actor, db: testDb(), now };
}
