import { declarePersonal } from "@/lib/personal";

/** What imports of the last fourteen days made and changed of people. */
export const importPersonal = declarePersonal({
  imports: { whose: [{ user: "by_id" }], erased: "row" },
  import_changes: { whose: [{ user: "user_id" }], erased: "row" },
});
