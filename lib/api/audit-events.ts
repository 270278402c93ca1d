import "server-only";
import { z } from "zod";
import { listAuditEvents } from "@/lib/accounts/queries-audit";
import { ListAuditInput } from "@/lib/accounts/schema-audit";
import { auditActionsSeenBy } from "@/lib/catalogues/audit";
import { administratorApi } from "./base";
import { pageView } from "./page";

const AuditEventApiView = z.strictObject({
  seq: z.string(),
  at: z.string().meta({ format: "date-time" }),
  actor: z.strictObject({ userId: z.uuid(), name: z.string() }).nullable(),
  action: z.string(),
  entityType: z.string(),
  entityId: z.string(),
  subject: z.string().nullable(),
  data: z.record(z.string(), z.unknown()),
  isIntact: z.boolean().meta({ description: "The row is as it was written, and follows the row before it." }),
});

/** The audit log, for administrators. */
export const auditEventsApi = {
  list: administratorApi
    .route({
      method: "GET",
      path: "/audit-events",
      summary: "List audit events",
      description:
        "The audit log, newest first; from and to are days in UTC, what is a kind of record or an action.",
    })
    .input(ListAuditInput)
    .output(pageView(AuditEventApiView))
    .handler(async ({ context: { ctx }, input }) => {
      const reader = { actions: auditActionsSeenBy("administrators"), timeZone: "UTC" };
      const { items, nextCursor } = await listAuditEvents(ctx, input, reader);
      return { items: items.map((event) => ({ ...event, at: event.at.toISOString() })), nextCursor };
    }),
};
