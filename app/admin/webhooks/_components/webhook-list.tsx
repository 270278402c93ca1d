import { ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/layout/link";
import type { WebhookView } from "@/lib/webhooks/schema";
import { WebhookState } from "./webhook-state";

/** The webhooks by name, where each leads and whether it gets anything; a press anywhere on a row opens it. */
export function WebhookList({ webhooks }: { webhooks: readonly WebhookView[] }) {
  const t = useTranslations("accounts.webhooks");
  return (
    <ul>
      {webhooks.map((webhook) => (
        <li
          key={webhook.id}
          className="relative flex min-h-14 flex-wrap items-center gap-x-3 gap-y-1 border-b border-hair py-2 hover:bg-hover"
        >
          <div className="min-w-0 flex-1 basis-60">
            <Link href={`/admin/webhooks/${webhook.id}`} className="list-row-link text-sm font-medium">
              {webhook.name}
            </Link>
            <p className="text-xs break-all text-ink-2">{webhook.url}</p>
            <p className="text-xs text-ink-2">{t("eventCount", { count: webhook.events.length })}</p>
          </div>
          <WebhookState webhook={webhook} />
          <ChevronRight aria-hidden className="size-4 text-ink-3" />
        </li>
      ))}
    </ul>
  );
}
