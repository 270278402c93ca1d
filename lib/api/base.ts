import "server-only";
import { os } from "@orpc/server";
import type { Assistant, Manager, Person } from "@/lib/actor";
import { asAdministrator, asAssistant, asExecutive, asManager } from "@/lib/auth/person";
import type { Ctx } from "@/lib/context";
import { NotSignedInError, WrongRoleError } from "@/lib/errors";
import type { Locale } from "@/lib/i18n/locales";

/** The role an operation is for; "person" is anybody signed in. */
export type Access =
  | "person"
  | "manager"
  | "assistant"
  | "executive"
  | "manager_or_assistant"
  | "administrator";

/** What is known of an operation beyond its route: whom it is for, a body to show as an example, how large one may be, the files of the form it is, as an example, whether it writes in sets for longer than a person waits, and whether it is open to who must still set up a second factor. */
export type ApiMeta = {
  access: Access;
  example?: Record<string, unknown>;
  maxBodyBytes?: number;
  takesFiles?: readonly string[];
  isBatch?: boolean;
  isBeforeFactor?: boolean;
};

/** What every operation is given: who calls, or nobody, and the language of the answer's words. */
export type ApiContext = { ctx: Ctx<Person> | null; locale: Locale };

const base = os.$context<ApiContext>().$meta<ApiMeta>({ access: "person" });

function gated<A extends Person>(access: Access, as: (person: Person) => A | null) {
  return base.meta({ access }).use(({ context, next }) => {
    if (!context.ctx) throw new NotSignedInError();
    const actor = as(context.ctx.actor);
    if (!actor) throw new WrongRoleError();
    const ctx: Ctx<A> = { ...context.ctx, actor };
    return next({ context: { ctx } });
  });
}

const ACTORS: Record<Access, (person: Person) => Person | null> = {
  person: (person) => person,
  manager: asManager,
  assistant: asAssistant,
  executive: asExecutive,
  manager_or_assistant: (person) => asManager(person) ?? asAssistant(person),
  administrator: asAdministrator,
};

/** True where a person has the role that an operation is for. */
export function hasAccess(person: Person, access: Access): boolean {
  return ACTORS[access](person) !== null;
}

/** Operations for anybody signed in; the verb decides by row. */
export const personApi = gated("person", (person) => person);

/** Operations for managers of at least one pool. */
export const managerApi = gated("manager", asManager);

export const assistantApi = gated("assistant", asAssistant);

export const executiveApi = gated("executive", asExecutive);

/** Operations on accounts and the audit log; administering alone opens nothing else. */
export const administratorApi = gated("administrator", asAdministrator);

/** Operations on absences, which executives never learn of. */
export const managerOrAssistantApi = gated(
  "manager_or_assistant",
  (person): Manager | Assistant | null => asManager(person) ?? asAssistant(person),
);
