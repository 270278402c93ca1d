import "server-only";
import { z } from "zod";
import type { Person } from "@/lib/actor";
import { asAdministrator, asAssistant, asExecutive, asManager } from "@/lib/auth/person";
import { personApi } from "./base";

const ROLES = ["manager", "assistant", "executive", "administrator"] as const;
const Membership = z.strictObject({ id: z.uuid(), poolId: z.uuid() }).nullable();

const MeView = z.strictObject({
  userId: z.uuid(),
  name: z.string(),
  email: z.string(),
  locale: z.enum(["en", "sv"]),
  roles: z.array(z.enum(ROLES)),
  managedPoolIds: z.array(z.uuid()),
  assistant: Membership,
  executive: Membership,
});

function rolesOf(person: Person): (typeof ROLES)[number][] {
  const has = {
    manager: asManager,
    assistant: asAssistant,
    executive: asExecutive,
    administrator: asAdministrator,
  };
  return ROLES.filter((role) => has[role](person) !== null);
}

export const meApi = {
  get: personApi
    .route({
      method: "GET",
      path: "/me",
      summary: "Who I am",
      description: "The account the token or session speaks for, with the roles it has now.",
    })
    .output(MeView)
    .handler(({ context: { ctx } }) => {
      const { userId, name, email, locale, managedPoolIds, assistant, executive } = ctx.actor;
      const roles = rolesOf(ctx.actor);
      return {
        userId,
        name,
        email,
        locale,
        roles,
        managedPoolIds: [...managedPoolIds],
        assistant,
        executive,
      };
    }),
};
