"use server";
import { jsonOf } from "@/app/_shared/forms/json-field";
import { requireManager } from "@/lib/auth/guards";
import { formAction } from "@/lib/server/form-action";
import { AcceptSplitInput } from "@/lib/training/splits/schema";
import { acceptSplit } from "@/lib/training/splits/service";

/** A split as its card sends it. */
const AcceptForm = AcceptSplitInput.extend({ sessions: jsonOf(AcceptSplitInput.shape.sessions) });

export const accept = formAction(requireManager, AcceptForm, acceptSplit, {
  revalidate: ["/manager/training", "/manager/coverage"],
  redirectTo: () => "/manager/training",
});
