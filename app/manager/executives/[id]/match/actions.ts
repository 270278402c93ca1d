"use server";
import { requireManager } from "@/lib/auth/guards";
import { DecidePlacementInput } from "@/lib/matching/placements/schema";
import { decidePlacement } from "@/lib/matching/placements/service";
import { formAction } from "@/lib/server/form-action";

export const decidePlacementAction = formAction(requireManager, DecidePlacementInput, decidePlacement, {
  revalidate: ["/manager"],
});
