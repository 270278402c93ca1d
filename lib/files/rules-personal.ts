import { declarePersonal } from "@/lib/personal";

/** Files go with what they belong to; who sent one stays named. */
export const filePersonal = declarePersonal({
  files: { erased: {}, actors: ["created_by_id"], plain: ["kind", "name"] },
});
