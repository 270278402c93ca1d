import "server-only";
import type { Administrator, Assistant, Executive, Manager, Person } from "@/lib/actor";
import type { Db } from "@/lib/db";
import { EMPLOYMENTS, hasLeft, isStillThere } from "@/lib/employment";
import { isLocale } from "@/lib/i18n/locales";

const PERSON = {
  id: true,
  name: true,
  email: true,
  locale: true,
  isAdministrator: true,
  disabledAt: true,
  managedPools: { select: { poolId: true } },
  assistant: { select: { id: true, poolId: true, ...EMPLOYMENTS.assistant.select } },
  executive: { select: { id: true, poolId: true, ...EMPLOYMENTS.executive.select } },
} as const;

/** The person behind an account with the roles the database gives them now; null when disabled, gone or past their last day. */
export async function getPerson(db: Db, userId: string, now: Date): Promise<Person | null> {
  const user = await db.user.findUnique({ where: { id: userId }, select: PERSON });
  if (!user || user.disabledAt || hasLeft(user, now)) return null;
  return {
    userId: user.id,
    name: user.name,
    email: user.email,
    locale: isLocale(user.locale) ? user.locale : "en",
    isAdministrator: user.isAdministrator,
    managedPoolIds: user.managedPools.map((p) => p.poolId),
    assistant: roleHeld(user.assistant, now),
    executive: roleHeld(user.executive, now),
  };
}

type RoleRow = { id: string; poolId: string; leavesOn: Date | null; pool: { timeZone: string } };

function roleHeld(row: RoleRow | null, now: Date): { id: string; poolId: string } | null {
  return row && isStillThere(row, now) ? { id: row.id, poolId: row.poolId } : null;
}

/** The person as manager, or null when they manage no pool. */
export function asManager(person: Person): Manager | null {
  return person.managedPoolIds.length > 0 ? (person as Manager) : null;
}

export function asAssistant(person: Person): Assistant | null {
  return person.assistant ? (person as Assistant) : null;
}

export function asExecutive(person: Person): Executive | null {
  return person.executive ? (person as Executive) : null;
}

export function asAdministrator(person: Person): Administrator | null {
  return person.isAdministrator ? (person as Administrator) : null;
}

/** The address a person lands at: the room of their first role. */
export function homeOf(person: Person): string {
  if (asManager(person)) return "/manager/coverage";
  if (asAssistant(person)) return "/assistant/week";
  if (asExecutive(person)) return "/executive";
  if (asAdministrator(person)) return "/admin";
  return "/no-role";
}
