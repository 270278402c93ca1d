"use server";
import { requireManager } from "@/lib/auth/guards";
import { formAction } from "@/lib/server/form-action";
import {
  ChangeSupportAssignmentInput,
  ChangeSupportDutiesInput,
  CreateSupportAssignmentInput,
  EndSupportAssignmentInput,
  RemoveSupportAssignmentInput,
} from "@/lib/support/schema";
import {
  changeSupportAssignment,
  createSupportAssignment,
  endSupportAssignment,
  removeSupportAssignment,
} from "@/lib/support/service";
import { changeSupportDuties } from "@/lib/support/service-duties";

const after = { revalidate: ["/manager"] };

export const createSupportAction = formAction(
  requireManager,
  CreateSupportAssignmentInput,
  createSupportAssignment,
  after,
);

export const changeSupportAction = formAction(
  requireManager,
  ChangeSupportAssignmentInput,
  changeSupportAssignment,
  after,
);

export const changeSupportDutiesAction = formAction(
  requireManager,
  ChangeSupportDutiesInput,
  changeSupportDuties,
  after,
);

export const endSupportAction = formAction(
  requireManager,
  EndSupportAssignmentInput,
  endSupportAssignment,
  after,
);

export const removeSupportAction = formAction(
  requireManager,
  RemoveSupportAssignmentInput,
  removeSupportAssignment,
  after,
);
