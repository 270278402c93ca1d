"use server";
import { requireManager } from "@/lib/auth/guards";
import { RestrictionIdInput, RestrictPairingInput } from "@/lib/matching/schema";
import { liftRestriction, restrictPairing } from "@/lib/matching/service";
import { formAction } from "@/lib/server/form-action";

const after = { revalidate: ["/manager"] };

export const restrictPairingAction = formAction(requireManager, RestrictPairingInput, restrictPairing, after);

export const liftRestrictionAction = formAction(requireManager, RestrictionIdInput, liftRestriction, after);
