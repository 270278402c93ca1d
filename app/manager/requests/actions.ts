"use server";
import { requireManager } from "@/lib/auth/guards";
import { AssignRequestInput } from "@/lib/requests/schema";
import { assignRequest } from "@/lib/requests/service-holders";
import { formAction } from "@/lib/server/form-action";

export const assign = formAction(requireManager, AssignRequestInput, assignRequest, {
  revalidate: ["/manager/requests"],
});
