import {
  CircleCheck,
  CircleDot,
  FilePen,
  FileText,
  KeyRound,
  MailOpen,
  MessageCircleQuestion,
  Undo2,
} from "lucide-react";
import { useTranslations } from "next-intl";
import { StatusBadge, type StatusMark } from "@/components/ui/layout/badge";
import type { Concern, HandoverStatus } from "@/lib/handovers/schema";

const STATUS = {
  draft: { Icon: FilePen, tone: "plan" },
  ready: { Icon: FileText, tone: "neutral" },
  acknowledged: { Icon: MailOpen, tone: "own" },
  active: { Icon: CircleDot, tone: "cover" },
  handed_back: { Icon: Undo2, tone: "own" },
  closed: { Icon: CircleCheck, tone: "outline" },
} satisfies Record<HandoverStatus, StatusMark>;

/** A handover's status as icon and word. */
export function HandoverBadge({ status }: { status: HandoverStatus }) {
  const t = useTranslations("handovers.status");
  return <StatusBadge mark={STATUS[status]}>{t(status)}</StatusBadge>;
}

const CONCERN = {
  not_granted: KeyRound,
  not_withdrawn: KeyRound,
  unread: FileText,
  questions: MessageCircleQuestion,
  not_ready: FilePen,
} satisfies Record<Concern, typeof KeyRound>;

/** The same without a ground, for a row of a list. */
export function StatusWords({ status }: { status: HandoverStatus }) {
  const t = useTranslations("handovers.status");
  const { Icon } = STATUS[status];
  return (
    <span className="row-mark text-ink-2">
      <Icon aria-hidden className="size-3.5" />
      <span className="truncate">{t(status)}</span>
    </span>
  );
}

/** What a handover still lacks, each as icon and word; only gaps are hatched. */
export function ConcernWords({ concerns }: { concerns: readonly Concern[] }) {
  const t = useTranslations("handovers.concern");
  return concerns.map((concern) => {
    const Icon = CONCERN[concern];
    return (
      <span key={concern} className="row-mark text-gap-ink">
        <Icon aria-hidden className="size-3.5" />
        {t(concern)}
      </span>
    );
  });
}
