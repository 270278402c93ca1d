import { declarePersonal } from "@/lib/personal";

/** Which weeks' briefs a manager was told of. */
export const insightPersonal = declarePersonal({
  brief_runs: { whose: [{ user: "user_id" }], erased: "row" },
});
