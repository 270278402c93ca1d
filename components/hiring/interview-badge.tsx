import { CalendarCheck, CalendarX, Clock } from "lucide-react";
import { useTranslations } from "next-intl";
import { StatusBadge, type StatusMark } from "@/components/ui/layout/badge";
import type { InterviewStatus } from "@/lib/hiring/interviews/rules";

const MARKS: Record<InterviewStatus, StatusMark> = {
  offered: { tone: "neutral", Icon: Clock },
  booked: { tone: "own", Icon: CalendarCheck },
  cancelled: { tone: "outline", Icon: CalendarX },
};

/** How an interview stands, in an icon and a word. */
export function InterviewBadge({ status }: { status: InterviewStatus }) {
  const t = useTranslations("hiring.interview.status");
  return <StatusBadge mark={MARKS[status]}>{t(status)}</StatusBadge>;
}
