import { CircleCheck, CircleX, Clock, TimerOff, Undo2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { StatusBadge, type StatusMark } from "@/components/ui/layout/badge";
import type { JobOfferStatus } from "@/lib/hiring/offers/rules";

const MARKS: Record<JobOfferStatus, StatusMark> = {
  sent: { tone: "neutral", Icon: Clock },
  accepted: { tone: "own", Icon: CircleCheck },
  declined: { tone: "alert", Icon: CircleX },
  expired: { tone: "outline", Icon: TimerOff },
  withdrawn: { tone: "outline", Icon: Undo2 },
};

/** How an offer stands, in an icon and a word. */
export function JobOfferBadge({ status }: { status: JobOfferStatus }) {
  const t = useTranslations("hiring.offer.status");
  return <StatusBadge mark={MARKS[status]}>{t(status)}</StatusBadge>;
}
