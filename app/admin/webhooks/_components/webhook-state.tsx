import { Check, CircleOff, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/layout/badge";
import type { WebhookView } from "@/lib/webhooks/schema";

/** Whether a webhook gets what it asks for, fails, or has ended. */
export function WebhookState({ webhook: { disabledBy, failingSince } }: { webhook: WebhookView }) {
  const t = useTranslations("accounts.webhooks.state");
  if (disabledBy)
    return (
      <Badge tone={disabledBy === "administrator" ? "outline" : "alert"} icon={<CircleOff aria-hidden />}>
        {t(disabledBy)}
      </Badge>
    );
  if (failingSince)
    return (
      <Badge tone="alert" icon={<TriangleAlert aria-hidden />}>
        {t("failingNow")}
      </Badge>
    );
  return (
    <Badge tone="outline" icon={<Check aria-hidden />}>
      {t("on")}
    </Badge>
  );
}
