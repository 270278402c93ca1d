import { declareAudit, forAdministrators } from "@/lib/audit-catalogue";
import { publicText } from "@/lib/facts";

const WEBHOOK = forAdministrators("webhook", { name: publicText("label of a webhook") });

/** What the audit log tells of webhooks: which one, never where it leads. */
export const webhookAudit = declareAudit({
  "webhook.created": WEBHOOK,
  "webhook.changed": WEBHOOK,
  "webhook.rotated": WEBHOOK,
  "webhook.enabled": WEBHOOK,
  "webhook.disabled": WEBHOOK,
  "webhook.deleted": WEBHOOK,
});
