"use server";
import { requireManager } from "@/lib/auth/guards";
import { assignCover, releaseCover } from "@/lib/coverage/assignments";
import { stopPlan } from "@/lib/coverage/plan-runs";
import { acceptPlan, discardPlan, proposePlan } from "@/lib/coverage/plans";
import { listCandidates } from "@/lib/coverage/queries";
import {
  AcceptPlanInput,
  AssignCoverInput,
  CandidatesInput,
  PinCoverInput,
  PlanIdInput,
  ProposePlanInput,
  ReleaseCoverInput,
  UndoChangeInput,
} from "@/lib/coverage/schema";
import { pinCover, undoChange } from "@/lib/coverage/undo";
import { ok } from "@/lib/result";
import { formAction } from "@/lib/server/form-action";
import { verbAction } from "@/lib/server/verb-action";

const BOARD = { revalidate: ["/manager/coverage"] };

export const assign = verbAction(requireManager, AssignCoverInput, assignCover, BOARD);
export const release = verbAction(requireManager, ReleaseCoverInput, releaseCover, BOARD);
export const pin = verbAction(requireManager, PinCoverInput, pinCover, BOARD);
export const undo = verbAction(requireManager, UndoChangeInput, undoChange, BOARD);
export const accept = verbAction(requireManager, AcceptPlanInput, acceptPlan, BOARD);
export const stop = verbAction(requireManager, PlanIdInput, stopPlan, BOARD);
export const discard = verbAction(requireManager, PlanIdInput, discardPlan, BOARD);
export const propose = formAction(requireManager, ProposePlanInput, proposePlan, BOARD);
export const candidates = verbAction(requireManager, CandidatesInput, async (ctx, input) =>
  ok(await listCandidates(ctx, input)),
);
