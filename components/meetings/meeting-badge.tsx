import { CircleCheck, CircleDashed, Clock, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Badge, type BadgeTone } from "@/components/ui/layout/badge";
import type { OfficeMeetingStatus } from "@/lib/meetings/rules-choices";

const MARKS = {
  planning: { Icon: CircleDashed, tone: "neutral" },
  polling: { Icon: Clock, tone: "outline" },
  confirmed: { Icon: CircleCheck, tone: "own" },
  cancelled: { Icon: X, tone: "outline" },
} satisfies Record<OfficeMeetingStatus, { Icon: typeof X; tone: BadgeTone }>;

/** A meeting's status as icon and word. */
export function MeetingBadge({ status }: { status: OfficeMeetingStatus }) {
  const t = useTranslations("meetings.status");
  const { Icon, tone } = MARKS[status];
  return (
    <Badge tone={tone} icon={<Icon aria-hidden />}>
      {t(status)}
    </Badge>
  );
}
