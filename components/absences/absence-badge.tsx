import { CircleCheck, CircleDashed, CircleDot, RotateCcw, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/layout/badge";
import { isWaiting } from "@/lib/absences/requests/rules-statuses";
import type { AbsenceView } from "@/lib/absences/requests/schema";

const ICONS: Partial<Record<AbsenceView["status"], typeof X>> = {
  requested: CircleDashed,
  provisionally_approved: CircleDot,
  approved: CircleCheck,
  cancellation_requested: RotateCcw,
};

/** How an absence stands, in a word with its mark. */
export function AbsenceBadge({ status }: { status: AbsenceView["status"] }) {
  const t = useTranslations("absences.status");
  const Icon = ICONS[status] ?? X;
  return (
    <Badge tone={isWaiting(status) ? "cover" : "outline"} icon={<Icon aria-hidden />}>
      {t(status)}
    </Badge>
  );
}
