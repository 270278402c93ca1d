import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/layout/notice";
import type { AuditEventView } from "@/lib/accounts/schema-audit";

/** Whether every row shown is as it was written, and where not. */
export function ChainNotice({ events }: { events: AuditEventView[] }) {
  const t = useTranslations("accounts.audit");
  const broken = events.filter((event) => !event.isIntact).map((event) => event.seq);
  if (broken.length === 0) return <Notice tone="done">{t("intact")}</Notice>;
  return (
    <Notice tone="gap" role="alert">
      {t("broken", { rows: broken.join(", ") })}
    </Notice>
  );
}
