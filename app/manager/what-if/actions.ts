"use server";
import { requireManager } from "@/lib/auth/guards";
import { WhatIfRunInput } from "@/lib/coverage/what-if/schema";
import { resumeWhatIf, stopWhatIf } from "@/lib/coverage/what-if/service-runs";
import { formAction } from "@/lib/server/form-action";

const PAGE = { revalidate: ["/manager/what-if"] };

export const stop = formAction(requireManager, WhatIfRunInput, stopWhatIf, { ...PAGE, mayRepeat: true });
export const resume = formAction(requireManager, WhatIfRunInput, resumeWhatIf, { ...PAGE, mayRepeat: true });
