import {
  AlarmClock,
  ArrowLeftRight,
  CalendarCheck,
  CalendarClock,
  CalendarX,
  Inbox,
  KeyRound,
  MessageCircleQuestion,
  NotebookText,
  UserRound,
} from "lucide-react";
import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { Badge } from "@/components/ui/layout/badge";
import type { Notice, NoticeRange } from "@/lib/notices/schema";
import { type Day, dayToDate } from "@/lib/time/day";
import type { DayPart } from "@/lib/time/half-day";
import { hoursText } from "@/lib/time/hours";
import { isoWeekOf } from "@/lib/time/iso-week";

const ICONS = {
  cover_assigned: ArrowLeftRight,
  cover_released: ArrowLeftRight,
  cover_offered: MessageCircleQuestion,
  offer_withdrawn: MessageCircleQuestion,
  offer_answered: MessageCircleQuestion,
  cover_starts: AlarmClock,
  support_changed: UserRound,
  assistant_lent: ArrowLeftRight,
  request_assigned: Inbox,
  request_moved_on: Inbox,
  absence_decided: CalendarCheck,
  handover_drafted: NotebookText,
  handover_ready: NotebookText,
  handover_acknowledged: NotebookText,
  handover_question: NotebookText,
  handover_answered: NotebookText,
  handover_handed_back: NotebookText,
  access_not_granted: KeyRound,
  access_not_withdrawn: KeyRound,
  absence_requested: CalendarClock,
  absence_entered: CalendarCheck,
  absence_changed: CalendarClock,
  absence_withdrawn: CalendarX,
  cancellation_asked: CalendarClock,
  cancellation_refused: CalendarX,
} satisfies Record<Notice["kind"], unknown>;

/** Notices in the reader's words, unread ones marked. */
export function NoticeList({ notices, area }: { notices: Notice[]; area: NoticeArea }) {
  const t = useTranslations("notices");
  const format = useFormatter();
  const wordsOf = useNoticeWords();
  return (
    <ul className="grid">
      {notices.map((notice) => {
        const Icon = ICONS[notice.kind];
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

/** Whose room the notices are read in. */
export type NoticeArea = "manager" | "assistant" | "executive" | "admin";

type NoticeLinkProps = { notice: Notice; area: NoticeArea; children: string };

/** The words of a notice, as a link where there is something to do about it. */
export function NoticeLink({ notice, area, children }: NoticeLinkProps) {
  const href = hrefOf(notice, area);
  if (!href) return children;
  return (
    <Link href={href} className="underline decoration-line-2 underline-offset-2 hover:decoration-ink">
      {children}
    </Link>
  );
}

function hrefOf(notice: Notice, area: NoticeArea): string | null {
  switch (notice.kind) {
    case "cover_offered":
      return "/assistant/offers";
    case "cover_starts":
      return `/assistant/week?week=${isoWeekOf(notice.params.range.from)}`;
    case "absence_requested":
    case "absence_entered":
    case "cancellation_asked":
    case "absence_changed":
      return area === "manager" ? `/manager/absences/${notice.params.absenceId}` : null;
    case "offer_answered":
      return notice.params.absenceId
        ? `/manager/absences/${notice.params.absenceId}`
        : `/manager/coverage?week=${isoWeekOf(notice.params.range.from)}`;
    default:
      return null;
  }
}

/** The words of a notice in the reader's language. */
export function useNoticeWords() {
  const t = useTranslations("notices");
  const format = useFormatter();
  const rangeWords = useRangeWords();
  return (notice: Notice): string => {
    switch (notice.kind) {
      case "assistant_lent": {
        const { range, ...params } = notice.params;
        return t("assistant_lent", { ...params, range: rangeWords(range) });
      }
      case "offer_withdrawn":
      case "cover_starts":
      case "handover_drafted":
      case "handover_ready":
      case "handover_acknowledged":
      case "handover_question":
      case "handover_answered":
      case "handover_handed_back":
      case "access_not_granted":
      case "access_not_withdrawn":
        return t(notice.kind, { executive: notice.params.executive, range: rangeWords(notice.params.range) });
      case "cover_assigned":
      case "cover_released":
        return t(notice.kind, {
          executive: notice.params.executive,
          range: rangeAndDuties(notice.params),
        });
      case "support_changed": {
        const { assistant } = notice.params;
        const range = rangeAndDuties(notice.params);
        return assistant ? t("support_changed", { assistant, range }) : t("support_open", { range });
      }
      case "cover_offered": {
        const { executive, range, until } = notice.params;
        const deadline = format.dateTime(new Date(until), "moment");
        return t("cover_offered", { executive, range: rangeWords(range), until: deadline });
      }
      case "offer_answered": {
        const { name, executive, range, answer, note } = notice.params;
        const words = t("offer_answered", { name, executive, range: rangeWords(range), answer });
        return note ? t("withNote", { words, note }) : words;
      }
      case "request_assigned":
        return t("request_assigned", { summary: notice.params.summary });
      case "request_moved_on":
        return t("request_moved_on", {
          summary: notice.params.summary,
          status: statusWord(notice.params.status),
        });
      case "absence_decided": {
        const key = `absenceStatus.${notice.params.status}` as "absenceStatus.approved";
        const status = t.has(key) ? t(key) : notice.params.status;
        return t("absence_decided", { range: rangeWords(notice.params.range), status });
      }
      case "absence_requested":
      case "absence_entered":
      case "absence_changed":
      case "absence_withdrawn":
      case "cancellation_asked":
        return t(notice.kind, { name: notice.params.name, range: rangeWords(notice.params.range) });
      case "cancellation_refused":
        return t("cancellation_refused", { range: rangeWords(notice.params.range) });
    }
  };

  function rangeAndDuties({ range, duties = [] }: { range: NoticeRange; duties?: string[] }): string {
    const names = format.list(duties, { type: "unit" });
    return duties.length === 0
      ? rangeWords(range)
      : t("someDuties", { range: rangeWords(range), duties: names });
  }

  function statusWord(status: string): string {
    const key = `requestStatus.${status}` as "requestStatus.new";
    return t.has(key) ? t(key) : status;
  }
}

/** A stretch of half-days in short words: "Mon 24 Aug, morning", "Mon 24 Aug – Wed 26 Aug". */
export function useRangeWords() {
  const t = useTranslations("notices");
  const format = useFormatter();
  const dayWords = (on: Day) =>
    format.dateTime(dayToDate(on), { weekday: "short", day: "numeric", month: "short", timeZone: "UTC" });
  const edge = (on: Day, part: DayPart, whole: DayPart) =>
    part === whole ? dayWords(on) : t("halfDay", { day: dayWords(on), part });
  return ({ from, fromPart, to, toPart, window }: NoticeRange): string => {
    if (window) return t("hours", { day: dayWords(from), hours: hoursText(window) });
    if (from === to)
      return fromPart === toPart ? t("halfDay", { day: dayWords(from), part: fromPart }) : dayWords(from);
    return t("span", { from: edge(from, fromPart, "am"), to: edge(to, toPart, "pm") });
  };
}
