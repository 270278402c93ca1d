import { z } from "zod";
import { AbsenceFilter } from "@/lib/absences/requests/schema";

export const ABSENCE_TABS = ["decide", "now", "coming", "all"] as const;
export type AbsenceTab = (typeof ABSENCE_TABS)[number];

/** What the address of the page asks: which tab, what it is narrowed by, and which absence is open. */
export const AbsencesAddress = AbsenceFilter.pick({
  q: true,
  poolId: true,
  type: true,
  status: true,
  from: true,
  cursor: true,
}).extend({
  tab: z.enum(ABSENCE_TABS).optional(),
  open: z.uuid().optional(),
  pick: z.string().optional(),
});
