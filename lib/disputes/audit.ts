import { z } from "zod";
import { declareAudit, forAdministrators } from "@/lib/audit-catalogue";

/** All that the audit log tells of conversations: once a day the end of their own journal, also on days without any. */
export const disputeAudit = declareAudit({
  "journal.anchored": forAdministrators("journal", { hash: z.string().regex(/^[0-9a-f]{0,64}$/) }),
});
