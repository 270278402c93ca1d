"use server";
import { requireManager } from "@/lib/auth/guards";
import { EndMentorshipInput, GoalInput, ProposeMentorshipInput } from "@/lib/mentoring/pairs/schema";
import { endMentorship, proposeMentorship } from "@/lib/mentoring/pairs/service";
import { formAction } from "@/lib/server/form-action";
import { rowsOf } from "@/lib/server/form-rows";

const HERE = { revalidate: ["/manager/training/mentoring"] };
const ProposeForm = ProposeMentorshipInput.extend({ goals: rowsOf(GoalInput, "text") });

export const propose = formAction(requireManager, ProposeForm, proposeMentorship, {
  ...HERE,
  redirectTo: () => "/manager/training/mentoring",
});
export const endPair = formAction(requireManager, EndMentorshipInput, endMentorship, HERE);
