"use server";
import { requireManager } from "@/lib/auth/guards";
import { SetFitWeightsInput } from "@/lib/matching/weights/schema";
import { setFitWeights } from "@/lib/matching/weights/service";
import { formAction } from "@/lib/server/form-action";

export const saveWeightsAction = formAction(requireManager, SetFitWeightsInput, setFitWeights, {
  revalidate: ["/manager"],
});
