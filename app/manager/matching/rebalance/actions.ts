"use server";
import { requireManager } from "@/lib/auth/guards";
import {
  ApplyRebalanceInput,
  ProposeRebalanceInput,
  RebalanceVersionInput,
} from "@/lib/matching/proposals/schema";
import { discardRebalance, proposeRebalance } from "@/lib/matching/proposals/service";
import { applyRebalance, undoRebalance } from "@/lib/matching/proposals/service-apply";
import { formAction } from "@/lib/server/form-action";

const HERE = { revalidate: ["/manager"] };

export const workOutRebalance = formAction(requireManager, ProposeRebalanceInput, proposeRebalance, {
  ...HERE,
  mayRepeat: true,
  redirectTo: ({ id }) => `/manager/matching/rebalance/${id}`,
});
export const acceptRebalance = formAction(requireManager, ApplyRebalanceInput, applyRebalance, HERE);
export const undoRebalanceAction = formAction(requireManager, RebalanceVersionInput, undoRebalance, HERE);
export const discardRebalanceAction = formAction(
  requireManager,
  RebalanceVersionInput,
  discardRebalance,
  HERE,
);
