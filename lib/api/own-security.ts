import "server-only";
import { z } from "zod";
import { SessionIdInput } from "@/lib/accounts/schema";
import { AskAddressInput } from "@/lib/accounts/schema-address";
import { ConfirmFactorInput, FactorOffer, RecoveryCodes } from "@/lib/accounts/schema-factor";
import { askAddressChange } from "@/lib/accounts/service-address";
import { confirmFactor, offerFactor, renewRecoveryCodes, turnOffFactor } from "@/lib/accounts/service-factor";
import { endOtherSessions } from "@/lib/accounts/service-keys";
import { endOwnSession, listOwnSessions } from "@/lib/auth/own-sessions";
import { proveAgain } from "@/lib/auth/step-up";
import { PERSONAL } from "@/lib/catalogues/personal";
import { NotFoundError } from "@/lib/errors";
import { exportOwnData } from "@/lib/insight/personal/queries";
import { PersonalExport } from "@/lib/insight/personal/schema";
import { personApi } from "./base";
import { pageView } from "./page";
import { requireBrowser, requireValue } from "./refusals";

const Moment = z.string().meta({ format: "date-time" });
const Nothing = z.strictObject({});

const SessionView = z.strictObject({
  id: z.string(),
  agent: z.string().nullable().meta({ description: "What the browser called itself when it signed in." }),
  openedAt: Moment,
  lastSeenAt: Moment,
  isThis: z.boolean().meta({ description: "Whether the request came by it." }),
});

/** Operations that are open before a second factor that must be is set up. */
const beforeFactor = personApi.meta({ access: "person", isBeforeFactor: true, example: {} });

const withoutBody = personApi.meta({ access: "person", example: {} });

/** The address the caller signs in with. */
export const ownAddressApi = {
  changeEmail: personApi
    .meta({ access: "person", example: { email: "maria.berg@example.org" } })
    .route({
      method: "POST",
      path: "/me/email",
      summary: "Change my e-mail address",
      description:
        "Sends a link to the new address; once it is followed, the old one gets a link that takes it back within 72 hours. Only in a session, with a proof within ten minutes.",
    })
    .input(AskAddressInput)
    .output(AskAddressInput)
    .handler(async ({ context: { ctx }, input }) => requireValue(await askAddressChange(ctx, input))),
};

/** Where the caller is signed in. */
export const ownSessionsApi = {
  list: personApi
    .route({
      method: "GET",
      path: "/me/sessions",
      summary: "List my sessions",
      description: "The browsers you are signed in with, at most 50, always one page.",
    })
    .input(Nothing)
    .output(pageView(SessionView))
    .handler(async ({ context: { ctx } }) => {
      const sessions = await listOwnSessions(ctx);
      const items = sessions.map(({ openedAt, lastSeenAt, ...session }) => ({
        ...session,
        openedAt: openedAt.toISOString(),
        lastSeenAt: lastSeenAt.toISOString(),
      }));
      return { items, nextCursor: null };
    }),

  end: personApi
    .route({
      method: "DELETE",
      path: "/me/sessions/{id}",
      summary: "End a session of mine",
      description: "Signs one of your browsers out; its next request is refused.",
    })
    .input(SessionIdInput)
    .output(SessionIdInput)
    .handler(async ({ context: { ctx }, input }) => {
      requireBrowser(ctx);
      if (!(await endOwnSession(ctx, input.id))) throw new NotFoundError("session");
      return input;
    }),

  endOthers: withoutBody
    .route({
      method: "POST",
      path: "/me/sessions/end-others",
      summary: "End my other sessions",
      description: "Signs all your browsers out but the one that asks.",
    })
    .input(Nothing)
    .output(z.strictObject({ ended: z.number().int() }))
    .handler(async ({ context: { ctx } }) => {
      requireBrowser(ctx);
      return { ended: await endOtherSessions(ctx) };
    }),
};

/** The caller's second factor, and the proof that some operations ask for. */
export const ownFactorApi = {
  prove: beforeFactor
    .meta({ access: "person", isBeforeFactor: true, example: { proof: "123456" } })
    .route({
      method: "POST",
      path: "/me/proof",
      summary: "Show that it is me",
      description:
        "By a code of your app, or by your password where you have no second factor. For ten minutes nothing answers proof_needed. Only in a session, not by an API token.",
    })
    .input(z.strictObject({ proof: z.string().min(1).max(1_000) }))
    .output(z.strictObject({ provenAt: Moment }))
    .handler(async ({ context: { ctx }, input }) => {
      const proven = requireValue(await proveAgain(ctx, input.proof));
      return { provenAt: proven.now.toISOString() };
    }),

  start: beforeFactor
    .route({
      method: "POST",
      path: "/me/totp/start",
      summary: "Begin to set up a second factor",
      description: "What an authenticator app is given; confirm with its first code. Only in a session.",
    })
    .input(Nothing)
    .output(FactorOffer)
    .handler(({ context: { ctx } }) => requireValue(offerFactor(ctx))),

  confirm: beforeFactor
    .meta({ access: "person", isBeforeFactor: true, example: { code: "123456" } })
    .route({
      method: "POST",
      path: "/me/totp/confirm",
      summary: "Confirm a second factor",
      description: "Asks for codes of the app from now on. Answers ten recovery codes, shown this once.",
    })
    .input(ConfirmFactorInput)
    .output(RecoveryCodes)
    .handler(async ({ context: { ctx }, input }) => requireValue(await confirmFactor(ctx, input))),

  disable: withoutBody
    .route({
      method: "POST",
      path: "/me/totp/disable",
      summary: "Turn my second factor off",
      description: "Refused where your role needs one. Takes a proof within ten minutes.",
    })
    .input(Nothing)
    .output(Nothing)
    .handler(async ({ context: { ctx } }) => {
      requireValue(await turnOffFactor(ctx));
      return {};
    }),

  renewRecoveryCodes: withoutBody
    .route({
      method: "POST",
      path: "/me/recovery-codes",
      summary: "Create new recovery codes",
      description: "Ten codes, shown this once; the earlier ones end. Takes a proof within ten minutes.",
    })
    .input(Nothing)
    .output(RecoveryCodes)
    .handler(async ({ context: { ctx } }) => requireValue(await renewRecoveryCodes(ctx))),
};

/** All that is kept of the caller. */
export const ownDataApi = {
  export: withoutBody
    .route({
      method: "POST",
      path: "/me/export",
      summary: "Collect my data",
      description:
        "All that is kept of you, table by table. Only in a session, with a proof within ten minutes.",
    })
    .input(Nothing)
    .output(PersonalExport)
    .handler(async ({ context: { ctx } }) => {
      requireBrowser(ctx);
      return requireValue(await exportOwnData(ctx, PERSONAL));
    }),
};
