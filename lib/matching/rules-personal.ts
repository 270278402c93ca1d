import { declarePersonal } from "@/lib/personal";

/** Who may not work for whom: nobody reads that of themselves. */
export const matchingPersonal = declarePersonal({
  pairing_restrictions: {
    whose: [{ assistant: "assistant_id" }, { executive: "executive_id" }],
    erased: "row",
    unexported: "table",
  },
});
