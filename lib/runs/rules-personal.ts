import { declarePersonal } from "@/lib/personal";

/** Long work names who asked for it. */
export const runPersonal = declarePersonal({
  runs: { erased: {}, actors: ["asked_by_id"], plain: ["kind", "key", "progress", "result"] },
});
