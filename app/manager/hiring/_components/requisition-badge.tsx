import { CircleCheck, CircleDashed, CirclePause, CircleX, Clock, PencilLine } from "lucide-react";
import { useTranslations } from "next-intl";
import { StatusBadge, type StatusMark } from "@/components/ui/layout/badge";
import type { RequisitionStatus } from "@/lib/hiring/requisitions/rules";

const MARKS: Record<RequisitionStatus, StatusMark> = {
  draft: { tone: "outline", Icon: PencilLine },
  pending: { tone: "neutral", Icon: Clock },
  open: { tone: "own", Icon: CircleCheck },
  on_hold: { tone: "neutral", Icon: CirclePause },
  rejected: { tone: "alert", Icon: CircleX },
  filled: { tone: "own", Icon: CircleCheck },
  cancelled: { tone: "outline", Icon: CircleDashed },
};

/** How a requisition stands, in an icon and a word. */
export function RequisitionBadge({ status }: { status: RequisitionStatus }) {
  const t = useTranslations("hiring.status");
  return <StatusBadge mark={MARKS[status]}>{t(status)}</StatusBadge>;
}
