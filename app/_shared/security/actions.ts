"use server";
import { z } from "zod";
import { ChangePasswordInput, SessionIdInput } from "@/lib/accounts/schema";
import { endSessions } from "@/lib/accounts/service-keys";
import { changePassword } from "@/lib/accounts/service-password";
import { getSessionId, requirePerson } from "@/lib/auth/guards";
import { endOwnSession } from "@/lib/auth/own-sessions";
import { ok } from "@/lib/result";
import { formAction } from "@/lib/server/form-action";

/** Whichever area they are read in. */
const PAGES = { revalidate: ["/"] };

/** Changes the password of whoever is signed in; this browser stays so. */
export const changeOwnPassword = formAction(
  requirePerson,
  ChangePasswordInput,
  async (ctx, input) => changePassword(ctx, input, await getSessionId()),
  { ...PAGES, mayRepeat: true },
);

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
  async (ctx) => ok({ count: await endSessions(ctx, ctx.actor.userId, (await getSessionId()) ?? undefined) }),
  PAGES,
);
