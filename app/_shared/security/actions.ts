"use server";
import { z } from "zod";
import { ChangePasswordInput, SessionIdInput } from "@/lib/accounts/schema";
import { AskAddressInput } from "@/lib/accounts/schema-address";
import { IssueTokenInput, TokenIdInput } from "@/lib/accounts/schema-tokens";
import { askAddressChange } from "@/lib/accounts/service-address";
import { renewRecoveryCodes, turnOffFactor } from "@/lib/accounts/service-factor";
import { endOtherSessions as endOthers } from "@/lib/accounts/service-keys";
import { changePassword } from "@/lib/accounts/service-password";
import { endToken, issueToken } from "@/lib/accounts/service-tokens";
import { requirePerson } from "@/lib/auth/guards";
import { endOwnSession } from "@/lib/auth/own-sessions";
import { PERSONAL } from "@/lib/catalogues/personal";
import { exportOwnData } from "@/lib/insight/personal/queries";
import { ok } from "@/lib/result";
import { formAction } from "@/lib/server/form-action";

/** Whichever area they are read in. */
const PAGES = { revalidate: ["/"] };

/** Changes the password of whoever is signed in; this browser stays so. */
export const changeOwnPassword = formAction(requirePerson, ChangePasswordInput, changePassword, {
  ...PAGES,
  mayRepeat: true,
});

/** Sends the link that makes another address theirs. */
export const changeOwnAddress = formAction(requirePerson, AskAddressInput, askAddressChange, {
  ...PAGES,
  mayRepeat: true,
});

/** Signs them out of one browser. */
export const endSession = formAction(
  requirePerson,
  SessionIdInput,
  async (ctx, { id }) => ok({ count: Number(await endOwnSession(ctx, id)) }),
  PAGES,
);

/** Signs them out everywhere but here. */
export const endOtherSessions = formAction(
  requirePerson,
  z.strictObject({}),
  async (ctx) => ok({ count: await endOthers(ctx) }),
  PAGES,
);

/** Gives them new recovery codes, shown once. */
export const renewCodes = formAction(requirePerson, z.strictObject({}), renewRecoveryCodes, {
  ...PAGES,
  mayRepeat: true,
});

/** Stops asking them for codes. */
export const turnFactorOff = formAction(requirePerson, z.strictObject({}), turnOffFactor, PAGES);

/** Makes them an API token, shown once. */
export const createToken = formAction(requirePerson, IssueTokenInput, issueToken, {
  ...PAGES,
  mayRepeat: true,
});

/** Ends a token of theirs. */
export const endOwnToken = formAction(requirePerson, TokenIdInput, endToken, PAGES);

/** Collects all that is kept of them. */
export const exportData = formAction(
  requirePerson,
  z.strictObject({}),
  (ctx) => exportOwnData(ctx, PERSONAL),
  { mayRepeat: true },
);
