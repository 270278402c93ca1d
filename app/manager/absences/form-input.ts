import { z } from "zod";
import { ListAbsencesInput } from "@/lib/absences/requests/schema";

/** What the address of the page asks; without a status it is the overview. */
export const AbsencesAddress = ListAbsencesInput.omit({ assistantId: true, show: true, limit: true }).extend({
  limit: z.literal(50).default(50),
});
