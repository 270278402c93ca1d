import { rowValues, weekValues } from "@/app/_shared/forms/week-values";
import type { FormValues } from "@/components/ui/forms/form-context";
import { STANDARD_WEEK } from "@/lib/assistants/rules";
import type { ExecutiveView } from "@/lib/executives/schema";

/** What the form for a new executive starts with. */
export function newExecutiveValues(poolId: string): FormValues {
  return { poolId, tier: "1", ...weekValues("supportHours", STANDARD_WEEK) };
}

/** What the form starts with for an executive who is there. */
export function executiveValues(executive: ExecutiveView): FormValues {
  const { id, name, email, poolId, title, department, site, phone } = executive;
  return {
    ...{ id, name, email, poolId, title, department, site, phone },
    version: String(executive.version),
    tier: String(executive.tier),
    onsite: executive.onsite ? "on" : "off",
    leavesOn: executive.leavesOn ?? "",
    ...weekValues("supportHours", executive.supportHours),
    ...rowValues("duties", executive.duties),
    ...rowValues("languages", executive.languages),
  };
}
