import { CalendarCheck, CalendarCheck2, CalendarX, Clock } from "lucide-react";
import { useTranslations } from "next-intl";
import { StatusBadge, type StatusMark } from "@/components/ui/layout/badge";
import type { InterviewStatus } from "@/lib/hiring/interviews/rules";

const MARKS: Record<InterviewStatus | "held", StatusMark> = {
  held: { tone: "outline", Icon: CalendarCheck2 },
  offered: { tone: "neutral", Icon: Clock },
  booked: { tone: "own", Icon: CalendarCheck },
  cancelled: { tone: "outline", Icon: CalendarX },
};

/** How an interview stands, in an icon and a word. */
export function InterviewBadge({ status, isHeld }: { status: InterviewStatus; isHeld: boolean }) {
  const t = useTranslations("hiring.interview.status");
  const shown = isHeld ? "held" : status;
  return <StatusBadge mark={MARKS[shown]}>{t(shown)}</StatusBadge>;
}
