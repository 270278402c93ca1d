import { z } from "zod";
import { declareAudit, forAdministrators } from "@/lib/audit-catalogue";
import { IdFact, publicText } from "@/lib/facts";
import { HOLIDAY_TYPES, MENU_PLACES } from "./schema";

const SETTINGS = {
  name: publicText("name of a pool"),
  timeZone: publicText("time zone or region"),
  holidayRegion: publicText("time zone or region"),
  holidayTypes: z.array(z.enum(HOLIDAY_TYPES)),
};

/** What the audit log tells of pools and duties. */
export const poolAudit = declareAudit({
  "pool.created": forAdministrators("pool", {
    ...SETTINGS,
    holidayTypes: SETTINGS.holidayTypes.optional(),
  }),
  "pool.changed": forAdministrators("pool", {
    ...SETTINGS,
    lendsTo: z.array(IdFact),
    confirmsAccepted: z.boolean(),
    hiddenPlaces: z.array(z.enum(MENU_PLACES)).optional(),
  }),
  "pool.manager_added": forAdministrators("pool", { managerId: IdFact }),
  "pool.manager_removed": forAdministrators("pool", { managerId: IdFact }),
  "pool.first_steps_closed": forAdministrators("pool"),
  "pool.first_steps_shown": forAdministrators("pool"),
  "duty.created": forAdministrators("duty", { name: publicText("name of a duty") }),
});
