import { CircleCheck, CircleDashed, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useStretchWords } from "@/components/absences/absence-words";
import { Badge } from "@/components/ui/badge";
import { PageHeader } from "@/components/ui/page";
import type { AbsenceView } from "@/lib/absences/schema";

/** Who is away, when, and how it stands. */
export function CardHeader({ absence, typeName }: { absence: AbsenceView; typeName: string }) {
  const t = useTranslations("absences");
  const stretch = useStretchWords();
  const Icon =
    absence.status === "approved" ? CircleCheck : absence.status === "requested" ? CircleDashed : X;
  return (
    <PageHeader
      title={absence.assistantName}
      back={{ href: "/manager/absences", label: t("title") }}
      meta={
        <Badge tone={absence.status === "requested" ? "cover" : "outline"} icon={<Icon aria-hidden />}>
          {t(`status.${absence.status}`)}
        </Badge>
      }
    >
      <p className="tnum text-base text-ink-2">
        {stretch(absence)} · {typeName}
      </p>
      {absence.note && <p className="text-base [overflow-wrap:anywhere]">“{absence.note}”</p>}
    </PageHeader>
  );
}
