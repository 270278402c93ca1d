import { z } from "zod";
import { declareAudit, forAdministrators } from "@/lib/audit-catalogue";
import { IdFact } from "@/lib/facts";
import { FEED_KINDS } from "./schema";

/** What the audit log tells of calendar files and links. */
export const calendarAudit = declareAudit({
  "calendar.imported": forAdministrators("user", {
    created: z.number().int(),
    updated: z.number().int(),
    cancelled: z.number().int(),
  }),
  "calendar_feed.renewed": forAdministrators("calendar_feed", {
    kind: z.enum(FEED_KINDS),
    subjectId: IdFact,
  }),
  "calendar_feed.removed": forAdministrators("calendar_feed"),
});
