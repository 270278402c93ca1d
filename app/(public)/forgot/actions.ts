"use server";
import { headers } from "next/headers";
import { after } from "next/server";
import { AskResetInput } from "@/lib/accounts/schema";
import { sendReset } from "@/lib/accounts/service-reset";
import { ok } from "@/lib/result";
import { CLIENT_ADDRESS_HEADER } from "@/lib/server/client-address";
import { publicAction } from "@/lib/server/public-action";

/** Asks for the link to a new password; answers before it is known whether anybody has the address, and alike for all. */
export const askForReset = publicAction(
  AskResetInput,
  async (ctx, input) => {
    const address = (await headers()).get(CLIENT_ADDRESS_HEADER);
    after(() => sendReset({ ...ctx, actor: null, by: "forgotten-password" }, input, address));
    return ok({ email: input.email });
  },
  { mayRepeat: true },
);
