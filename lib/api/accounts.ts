import "server-only";
import { z } from "zod";
import { listAccounts, requireAccount } from "@/lib/accounts/queries";
import { linkAddress } from "@/lib/accounts/rules";
import {
  ACCOUNT_ROLES,
  AccountFactor,
  AccountStanding,
  type AccountView,
  ListAccountsInput,
} from "@/lib/accounts/schema";
import { enableAccount, makeAdministrator, unmakeAdministrator } from "@/lib/accounts/service-administration";
import {
  requireFactor,
  resetFactor,
  stopRequiringFactor,
} from "@/lib/accounts/service-factor-administration";
import { unlinkIdentity } from "@/lib/accounts/service-identities";
import { inviteUser } from "@/lib/accounts/service-invitations";
import type { Administrator } from "@/lib/actor";
import { PERSONAL } from "@/lib/catalogues/personal";
import type { Ctx } from "@/lib/context";
import { listHeld } from "@/lib/insight/leaving/queries";
import { HeldView, PassOnInput } from "@/lib/insight/leaving/schema";
import { passOn, shutAccount } from "@/lib/insight/leaving/service";
import { erasePerson } from "@/lib/insight/personal/service";
import { listPoolsLed } from "@/lib/pools/queries-managers";
import { LeadPoolsInput, PoolLed } from "@/lib/pools/schema-managers";
import { setPoolsLed } from "@/lib/pools/service-managers";
import type { Result } from "@/lib/result";
import { administratorApi } from "./base";
import { IdInput, pageView } from "./page";
import { requireValue } from "./refusals";

const ApiAccountView = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  email: z.string(),
  roles: z.array(z.enum(ACCOUNT_ROLES)),
  ...AccountStanding.shape,
  factor: AccountFactor,
  linkedAt: z.string().nullable().meta({
    format: "date-time",
    description: "When they first signed in by their organisation.",
  }),
});

const InvitationLinkView = z.strictObject({
  path: z.string().meta({ description: "The link on this server, by which the password is set." }),
  expiresAt: z.string().meta({ format: "date-time" }),
});

function viewOf({ userId, ...account }: AccountView): z.output<typeof ApiAccountView> {
  return { id: userId, ...account };
}

type Change = (ctx: Ctx<Administrator>, input: { userId: string }) => Promise<Result<unknown>>;

/** One operation that changes an account and answers how it stands then. */
function changes(path: string, summary: string, description: string, change: Change) {
  return administratorApi
    .route({ method: "POST", path: `/accounts/{id}/${path}`, summary, description })
    .input(IdInput)
    .output(ApiAccountView)
    .handler(async ({ context: { ctx }, input: { id } }) => {
      await requireAccount(ctx, id);
      requireValue(await change(ctx, { userId: id }));
      return viewOf(await requireAccount(ctx, id));
    });
}

/** Accounts, for administrators. */
export const accountsApi = {
  list: administratorApi
    .route({
      method: "GET",
      path: "/accounts",
      summary: "List accounts",
      description: "Everyone with an account, by name, with their roles and how each account stands.",
    })
    .input(ListAccountsInput)
    .output(pageView(ApiAccountView))
    .handler(async ({ context: { ctx }, input }) => {
      const { items, nextCursor } = await listAccounts(ctx, input);
      return { items: items.map(viewOf), nextCursor };
    }),

  get: administratorApi
    .route({
      method: "GET",
      path: "/accounts/{id}",
      summary: "Show an account",
      description: "One account.",
    })
    .input(IdInput)
    .output(ApiAccountView)
    .handler(async ({ context: { ctx }, input }) => viewOf(await requireAccount(ctx, input.id))),

  invite: administratorApi
    .route({
      method: "POST",
      path: "/accounts/{id}/invite",
      summary: "Invite a person",
      description:
        "Creates the link by which a person chooses a password; it is valid for seven days, and a newer one replaces it.",
    })
    .input(IdInput)
    .output(InvitationLinkView)
    .handler(async ({ context: { ctx }, input: { id } }) => {
      await requireAccount(ctx, id);
      const { token, expiresAt } = requireValue(await inviteUser(ctx, { userId: id }));
      return { path: linkAddress("", "password", token), expiresAt: expiresAt.toISOString() };
    }),

  held: administratorApi
    .route({
      method: "GET",
      path: "/accounts/{id}/held",
      summary: "What a person holds",
      description:
        "By kind, and whether it must be passed on before the account is disabled; always one page.",
    })
    .input(IdInput)
    .output(pageView(HeldView))
    .handler(async ({ context: { ctx }, input: { id } }) => {
      await requireAccount(ctx, id);
      return { items: await listHeld(ctx, id), nextCursor: null };
    }),

  passOn: administratorApi
    .meta({
      access: "administrator",
      example: { kind: "second_decisions", toUserId: "019ab3a0-0000-7000-8000-000000000003" },
    })
    .route({
      method: "POST",
      path: "/accounts/{id}/pass-on",
      summary: "Pass on what a person holds",
      description:
        "Gives all of one kind to another manager: the pools they manage, or the leave they decide. Answers what the person still holds.",
    })
    .input(PassOnInput.omit({ userId: true }).extend({ id: z.uuid() }))
    .output(pageView(HeldView))
    .handler(async ({ context: { ctx }, input: { id, ...input } }) => {
      await requireAccount(ctx, id);
      requireValue(await passOn(ctx, { userId: id, ...input }));
      return { items: await listHeld(ctx, id), nextCursor: null };
    }),

  managedPools: administratorApi
    .route({
      method: "GET",
      path: "/accounts/{id}/managed-pools",
      summary: "The pools a person manages",
      description: "Every pool, and whether the person manages it; always one page.",
    })
    .input(IdInput)
    .output(pageView(PoolLed))
    .handler(async ({ context: { ctx }, input: { id } }) => {
      await requireAccount(ctx, id);
      return { items: await listPoolsLed(ctx, id), nextCursor: null };
    }),

  setManagedPools: administratorApi
    .meta({ access: "administrator", example: { poolIds: [] } })
    .route({
      method: "PUT",
      path: "/accounts/{id}/managed-pools",
      summary: "Set the pools a person manages",
      description:
        "All of them; sessions end where it changes. Refused where a pool would be left without a manager.",
    })
    .input(z.strictObject({ id: z.uuid(), poolIds: LeadPoolsInput.shape.poolIds }))
    .output(pageView(PoolLed))
    .handler(async ({ context: { ctx }, input: { id, poolIds } }) => {
      requireValue(await setPoolsLed(ctx, { userId: id, poolIds }));
      return { items: await listPoolsLed(ctx, id), nextCursor: null };
    }),

  disable: changes(
    "disable",
    "Disable an account",
    "Ends sessions, API tokens and links at once; refused for your own account, the last administrator and the last manager of a pool.",
    shutAccount,
  ),
  erase: administratorApi
    .route({
      method: "POST",
      path: "/accounts/{id}/erase",
      summary: "Erase a person",
      description:
        "Deletes name, contacts and words of a person whose account is disabled, for good; records of what was done stay without a name.",
    })
    .input(IdInput)
    .output(IdInput)
    .handler(async ({ context: { ctx }, input: { id } }) => {
      requireValue(await erasePerson(ctx, { userId: id }, PERSONAL));
      return { id };
    }),

  enable: changes(
    "enable",
    "Enable an account",
    "Opens a disabled account again, with the password it had.",
    enableAccount,
  ),
  resetFactor: changes(
    "reset-factor",
    "Take the second factor from a person",
    "For a lost phone: ends sessions and API tokens, and the person is told by mail; refused for your own account.",
    resetFactor,
  ),
  requireFactor: changes(
    "require-factor",
    "Ask for a second factor",
    "Asks for a second factor of a person whose role does not; without one, nothing opens to them but to set it up.",
    requireFactor,
  ),
  stopRequiringFactor: changes(
    "stop-requiring-factor",
    "Leave the second factor to the person",
    "Stops asking for a second factor, unless the role does.",
    stopRequiringFactor,
  ),
  unlinkIdentity: changes(
    "unlink-identity",
    "Remove the link to the organisation's sign-in",
    "For a person who got another identity there; sessions end, and the next sign-in by a verified address links anew.",
    unlinkIdentity,
  ),
  makeAdministrator: changes(
    "make-administrator",
    "Make an administrator",
    "Gives an account the role of administrator; its sessions end.",
    makeAdministrator,
  ),
  unmakeAdministrator: changes(
    "unmake-administrator",
    "Remove an administrator",
    "Takes the role of administrator from an account; refused for the last one.",
    unmakeAdministrator,
  ),
};
