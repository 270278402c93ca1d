import { z } from "zod";
import { AbsenceFilter } from "@/lib/absences/requests/schema";

/** What the address of the page asks; without a status it is the overview. */
export const AbsencesAddress = AbsenceFilter.omit({ assistantId: true, show: true, limit: true }).extend({
  limit: z.literal(50).default(50),
});
