import { useTranslations } from "next-intl";
import { AbsenceBadge } from "@/components/absences/absence-badge";
import { useRangeWords } from "@/components/time/use-range-words";
import { PageHeader } from "@/components/ui/layout/page";
import type { AbsenceView } from "@/lib/absences/requests/schema";

/** Who is away, when, and how it stands. */
export function CardHeader({ absence, typeName }: { absence: AbsenceView; typeName: string }) {
  const t = useTranslations("absences");
  const stretch = useRangeWords();
  return (
    <PageHeader
      title={absence.assistantName}
      back={{ href: "/manager/absences", label: t("title") }}
      meta={<AbsenceBadge status={absence.status} />}
    >
      <p className="tnum text-base text-ink-2">
        {stretch(absence)} · {typeName}
      </p>
      {absence.note && <p className="text-base [overflow-wrap:anywhere]">“{absence.note}”</p>}
    </PageHeader>
  );
}
