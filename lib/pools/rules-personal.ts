import { declarePersonal } from "@/lib/personal";

/** Who leads a pool. */
export const poolPersonal = declarePersonal({
  pool_managers: { whose: [{ user: "user_id" }], erased: "row" },
});
