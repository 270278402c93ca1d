import { CircleCheck, CircleDashed, Clock, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { StatusBadge, type StatusMark } from "@/components/ui/layout/badge";
import type { OfficeMeetingStatus } from "@/lib/meetings/rules-choices";

const MARKS = {
  planning: { Icon: CircleDashed, tone: "neutral" },
  polling: { Icon: Clock, tone: "outline" },
  confirmed: { Icon: CircleCheck, tone: "own" },
  cancelled: { Icon: X, tone: "outline" },
} satisfies Record<OfficeMeetingStatus, StatusMark>;

/** A meeting's status as icon and word. */
export function MeetingBadge({ status }: { status: OfficeMeetingStatus }) {
  const t = useTranslations("meetings.status");
  return <StatusBadge mark={MARKS[status]}>{t(status)}</StatusBadge>;
}
