import { CircleCheck, CircleDashed, CirclePause, CircleX, Clock, PencilLine } from "lucide-react";
import { useTranslations } from "next-intl";
import { Badge, type BadgeTone } from "@/components/ui/layout/badge";
import type { RequisitionStatus } from "@/lib/hiring/requisitions/rules";

const LOOK: Record<RequisitionStatus, { tone: BadgeTone; Icon: typeof Clock }> = {
  draft: { tone: "outline", Icon: PencilLine },
  pending: { tone: "neutral", Icon: Clock },
  open: { tone: "own", Icon: CircleCheck },
  on_hold: { tone: "neutral", Icon: CirclePause },
  rejected: { tone: "alert", Icon: CircleX },
  filled: { tone: "own", Icon: CircleCheck },
  cancelled: { tone: "outline", Icon: CircleDashed },
};

/** How a requisition stands, in an icon and a word. */
export function StatusBadge({ status }: { status: RequisitionStatus }) {
  const t = useTranslations("hiring.status");
  const { tone, Icon } = LOOK[status];
  return (
    <Badge tone={tone} icon={<Icon aria-hidden />}>
      {t(status)}
    </Badge>
  );
}
