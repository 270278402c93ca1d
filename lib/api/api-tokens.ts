import "server-only";
import { z } from "zod";
import { listTokens } from "@/lib/accounts/queries-tokens";
import { IssueTokenInput, TokenIdInput, TokenView } from "@/lib/accounts/schema-tokens";
import { endToken, issueToken } from "@/lib/accounts/service-tokens";
import { personApi } from "./base";
import { pageView } from "./page";
import { requireBrowser, requireValue } from "./refusals";

const IssuedTokenView = z.strictObject({
  id: z.uuid(),
  token: z.string().meta({ description: "Send it as Authorization: Bearer …; it is shown this once." }),
  expiresAt: z.string().meta({ format: "date-time" }),
});

export const apiTokensApi = {
  list: personApi
    .route({
      method: "GET",
      path: "/api-tokens",
      summary: "List API tokens",
      description:
        "Your tokens that still work, or those of the account an administrator names; always one page.",
    })
    .input(z.strictObject({ userId: z.uuid().optional() }))
    .output(pageView(TokenView))
    .handler(async ({ context: { ctx }, input: { userId = ctx.actor.userId } }) => ({
      items: await listTokens(ctx, userId),
      nextCursor: null,
    })),

  create: personApi
    .meta({
      access: "person",
      example: { name: "Payroll", days: 90, access: { absences: "read", coverage: "write" } },
    })
    .route({
      method: "POST",
      path: "/api-tokens",
      successStatus: 201,
      summary: "Create an API token",
      description:
        "May do what you may, as far as its scopes go, and ends within a year. Only in a session, with a proof within ten minutes.",
    })
    .input(IssueTokenInput)
    .output(IssuedTokenView)
    .handler(async ({ context: { ctx }, input }) => {
      const { expiresAt, ...issued } = requireValue(await issueToken(ctx, input));
      return { ...issued, expiresAt: expiresAt.toISOString() };
    }),

  end: personApi
    .route({
      method: "DELETE",
      path: "/api-tokens/{id}",
      summary: "End an API token",
      description:
        "One of yours, or of any account where an administrator asks; its next request is refused. Only in a session.",
    })
    .input(TokenIdInput)
    .output(TokenIdInput)
    .handler(async ({ context: { ctx }, input }) => {
      requireBrowser(ctx);
      return requireValue(await endToken(ctx, input));
    }),
};
