"use server";
import { requireManager } from "@/lib/auth/guards";
import { DecidePlacementInput } from "@/lib/matching/placements/schema";
import { decidePlacement } from "@/lib/matching/placements/service";
import { ProposeTrialInput } from "@/lib/matching/trials/schema";
import { proposeTrial } from "@/lib/matching/trials/service-proposing";
import { formAction } from "@/lib/server/form-action";

export const decidePlacementAction = formAction(requireManager, DecidePlacementInput, decidePlacement, {
  revalidate: ["/manager"],
});
export const tryOutAction = formAction(requireManager, ProposeTrialInput, proposeTrial, {
  revalidate: ["/manager"],
});
