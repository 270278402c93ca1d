"use server";
import { requireManager } from "@/lib/auth/guards";
import { HeldMailInput, ReleaseMailInput } from "@/lib/requests/inbound/schema";
import { discardMail, releaseMail, restoreMail } from "@/lib/requests/inbound/service-held";
import { formAction } from "@/lib/server/form-action";

const HELD = { revalidate: ["/manager/requests/held"] };

export const release = formAction(requireManager, ReleaseMailInput, releaseMail, HELD);
export const discard = formAction(requireManager, HeldMailInput, discardMail, HELD);
export const restore = formAction(requireManager, HeldMailInput, restoreMail, HELD);
