import "server-only";
import type { Administrator, Assistant, Executive, Manager, Person } from "@/lib/actor";
import type { Db } from "@/lib/db";
import { hasLeft, isStillThere } from "@/lib/employment";
import { isLocale } from "@/lib/i18n/locales";
import { isFactorMandatory } from "@/lib/second-factor";
import { type Day, dayToDate } from "@/lib/time/day";
import { Prisma } from "@/prisma/generated/client/client";

function employmentIn(table: "assistants" | "executives"): Prisma.Sql {
  return Prisma.sql`(SELECT json_build_object('id', r.id, 'poolId', r.pool_id, 'leavesOn', r.leaves_on, 'timeZone', p.time_zone)
    FROM ${Prisma.raw(table)} r JOIN pools p ON p.id = r.pool_id WHERE r.user_id = u.id)`;
}

/** The columns of a PersonRow, of the account that FROM calls `u`. */
export const PERSON_COLUMNS = Prisma.sql`u.id AS "userId", u.name, u.email, u.locale,
  u.is_administrator AS "isAdministrator", u.disabled_at AS "disabledAt",
  u.factor_required_at AS "factorRequiredAt",
  EXISTS (SELECT FROM second_factors f WHERE f.user_id = u.id) AS "hasFactor",
  ARRAY(SELECT m.pool_id FROM pool_managers m WHERE m.user_id = u.id ORDER BY m.pool_id) AS "managedPoolIds",
  ${employmentIn("assistants")} AS assistant, ${employmentIn("executives")} AS executive`;

type EmploymentRow = { id: string; poolId: string; leavesOn: Day | null; timeZone: string };

/** An account with its roles, as one statement reads it. */
export type PersonRow = {
  userId: string;
  name: string;
  email: string;
  locale: string;
  isAdministrator: boolean;
  disabledAt: Date | null;
  factorRequiredAt: Date | null;
  hasFactor: boolean;
  managedPoolIds: string[];
  assistant: EmploymentRow | null;
  executive: EmploymentRow | null;
};

/** The person behind an account with the roles the database gives them now; null when disabled, gone or past their last day. */
export async function getPerson(db: Db, userId: string, now: Date): Promise<Person | null> {
  const rows = await db.$queryRaw<PersonRow[]>`
    SELECT ${PERSON_COLUMNS} FROM users u WHERE u.id = ${userId}::uuid`;
  return rows[0] ? personOf(rows[0], now) : null;
}

/** The person of a row, and the session they are there by; null when disabled, gone or past their last day. */
export function personOf(
  { disabledAt, ...row }: PersonRow,
  now: Date,
  session: Person["session"] = null,
): Person | null {
  const [assistant, executive] = [employmentOf(row.assistant), employmentOf(row.executive)];
  const employed = { ...row, managedPools: row.managedPoolIds, assistant, executive };
  if (disabledAt || hasLeft(employed, now)) return null;
  return {
    userId: row.userId,
    name: row.name,
    email: row.email,
    locale: isLocale(row.locale) ? row.locale : "en",
    isAdministrator: row.isAdministrator,
    managedPoolIds: row.managedPoolIds,
    assistant: roleHeld(assistant, now),
    executive: roleHeld(executive, now),
    hasFactor: row.hasFactor,
    mustHaveFactor: isFactorMandatory({ ...row, leadsPools: row.managedPoolIds.length > 0 }),
    session,
  };
}

function employmentOf(row: EmploymentRow | null) {
  return row && { ...row, leavesOn: row.leavesOn && dayToDate(row.leavesOn), pool: row };
}

type RoleRow = NonNullable<ReturnType<typeof employmentOf>>;

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

/** True for whoever must have a second factor and has none yet: nothing is open to them but to set it up. */
export function lacksFactor({ hasFactor, mustHaveFactor }: Person): boolean {
  return mustHaveFactor && !hasFactor;
}

/** The address a person lands at: the room of their first role. */
export function homeOf(person: Person): string {
  if (asManager(person)) return "/manager/coverage";
  if (asAssistant(person)) return "/assistant/week";
  if (asExecutive(person)) return "/executive";
  if (asAdministrator(person)) return "/admin";
  return "/no-role";
}
