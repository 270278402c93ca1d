import { CircleCheck, CircleDashed, Clock, CornerUpLeft, Send } from "lucide-react";
import { useTranslations } from "next-intl";
import { StatusBadge, type StatusMark } from "@/components/ui/layout/badge";
import type { LetterStatus } from "@/lib/letters/rules-choices";

const MARKS = {
  draft: { Icon: CircleDashed, tone: "neutral" },
  for_approval: { Icon: Clock, tone: "cover" },
  approved: { Icon: CircleCheck, tone: "own" },
  returned: { Icon: CornerUpLeft, tone: "alert" },
  sent: { Icon: Send, tone: "outline" },
} satisfies Record<LetterStatus, StatusMark>;

/** How a letter stands, as icon and word. */
export function LetterBadge({ status }: { status: LetterStatus }) {
  const t = useTranslations("letters.status");
  return <StatusBadge mark={MARKS[status]}>{t(status)}</StatusBadge>;
}
