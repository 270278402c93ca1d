import {
  AlarmClock,
  ArrowRightLeft,
  Bell,
  CalendarCheck,
  CalendarClock,
  CalendarX,
  ChartGantt,
  ClipboardList,
  GraduationCap,
  Inbox,
  KeyRound,
  type LucideIcon,
  Mail,
  MessageCircleQuestion,
  MessagesSquare,
  NotebookText,
  ShieldCheck,
  UserRound,
  UsersRound,
} from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { useTimeSpeaker } from "@/components/time/use-range-words";
import { Badge } from "@/components/ui/layout/badge";
import { Link } from "@/components/ui/layout/link";
import { noticeWords } from "@/lib/notices/rules-words";
import type { NoticeArea, NoticeIcon } from "@/lib/notices/schema";
import type { NoticeView } from "./notice-view";

const ICONS: Record<NoticeIcon, LucideIcon> = {
  access: KeyRound,
  account: ShieldCheck,
  brief: ClipboardList,
  conversation: MessagesSquare,
  cover: ArrowRightLeft,
  handover: NotebookText,
  interview: UsersRound,
  leave_asked: CalendarClock,
  leave_decided: CalendarCheck,
  leave_ended: CalendarX,
  letter: Mail,
  offer: MessageCircleQuestion,
  reminder: AlarmClock,
  request: Inbox,
  schedule: ChartGantt,
  support: UserRound,
  training: GraduationCap,
  unknown: Bell,
};

/** Notices in the reader's words, unread ones marked. */
export function NoticeList({ notices, area }: { notices: NoticeView[]; area: NoticeArea }) {
  const t = useTranslations("notices");
  const format = useFormatter();
  const wordsOf = useNoticeWords();
  return (
    <ul className="grid">
      {notices.map((notice) => {
        const Icon = ICONS[notice.icon];
        return (
          <li key={notice.id} className="flex items-start gap-3 border-b border-line py-3 text-sm">
            <Icon aria-hidden className="mt-0.5 size-4 shrink-0 text-ink-3" />
            <div className="grid min-w-0 flex-1 gap-0.5">
              <p className={notice.isRead ? "" : "font-semibold"}>
                <NoticeLink notice={notice} area={area}>
                  {wordsOf(notice)}
                </NoticeLink>
              </p>
              <p className="tnum text-xs text-ink-2">{format.dateTime(notice.createdAt, "moment")}</p>
            </div>
            {!notice.isRead && (
              <Badge icon={null} tone="outline">
                {t("unread")}
              </Badge>
            )}
          </li>
        );
      })}
    </ul>
  );
}

type NoticeLinkProps = { notice: NoticeView; area: NoticeArea; children: string };

/** The words of a notice as a link: to where this area deals with it, else to where its reader does. */
export function NoticeLink({ notice, area, children }: NoticeLinkProps) {
  const href = notice.links[area] ?? Object.values(notice.links)[0];
  if (!href) return children;
  return (
    <Link href={href} className="underline decoration-line-2 underline-offset-2 hover:decoration-ink">
      {children}
    </Link>
  );
}

/** The words of a notice in the reader's language. */
export function useNoticeWords() {
  const t = useTranslations("notices");
  const format = useFormatter();
  const time = useTimeSpeaker();
  return (notice: NoticeView): string => noticeWords({ t, format, time }, notice, notice.dutyNames);
}
