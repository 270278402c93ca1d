"use server";
import { requireManager } from "@/lib/auth/guards";
import { listCandidates, listGapHints, listPlaces } from "@/lib/coverage/board/queries";
import {
  AcceptGapInput,
  AssignCoverInput,
  CandidatesInput,
  GapHintsInput,
  PinCoverInput,
  PlacesInput,
  ReleaseCoverInput,
  UndoChangeInput,
} from "@/lib/coverage/board/schema";
import { assignCover, releaseCover } from "@/lib/coverage/board/service";
import { acceptGap, reopenGap } from "@/lib/coverage/board/service-gaps";
import { pinCover, undoChange } from "@/lib/coverage/board/service-undo";
import {
  AcceptPlanInput,
  DiscardPlanInput,
  PlanIdInput,
  ProposePlanInput,
} from "@/lib/coverage/plans/schema";
import { acceptPlan, discardPlan, proposePlan } from "@/lib/coverage/plans/service";
import { stopPlan } from "@/lib/coverage/plans/service-runs";
import { ok } from "@/lib/result";
import { verbAction } from "@/lib/server/verb-action";
import { findTrainingFor } from "@/lib/training/needs/queries";
import { NeedOfExecutiveInput } from "@/lib/training/needs/schema";

const BOARD = { revalidate: ["/manager/coverage"] };

export const assign = verbAction(requireManager, AssignCoverInput, assignCover, BOARD);
export const release = verbAction(requireManager, ReleaseCoverInput, releaseCover, BOARD);
export const pin = verbAction(requireManager, PinCoverInput, pinCover, BOARD);
export const undo = verbAction(requireManager, UndoChangeInput, undoChange, BOARD);
export const accept = verbAction(requireManager, AcceptPlanInput, acceptPlan, BOARD);
export const stop = verbAction(requireManager, PlanIdInput, stopPlan, BOARD);
export const discard = verbAction(requireManager, DiscardPlanInput, discardPlan, BOARD);
export const propose = verbAction(requireManager, ProposePlanInput, proposePlan, BOARD);
export const leaveOpen = verbAction(requireManager, AcceptGapInput, acceptGap, BOARD);
export const reopen = verbAction(requireManager, AcceptGapInput, reopenGap, BOARD);
export const candidates = verbAction(requireManager, CandidatesInput, async (ctx, input) =>
  ok(await listCandidates(ctx, input)),
);
export const places = verbAction(requireManager, PlacesInput, async (ctx, input) =>
  ok(await listPlaces(ctx, input)),
);
export const gapHints = verbAction(requireManager, GapHintsInput, async (ctx, input) =>
  ok(await listGapHints(ctx, input)),
);
export const training = verbAction(requireManager, NeedOfExecutiveInput, async (ctx, input) =>
  ok(await findTrainingFor(ctx, input)),
);
