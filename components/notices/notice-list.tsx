import {
  ArrowLeftRight,
  CalendarCheck,
  CalendarClock,
  CalendarX,
  Inbox,
  KeyRound,
  NotebookText,
  UserRound,
} from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import type { Notice, NoticeRange } from "@/lib/notices/schema";
import { type Day, dayToDate } from "@/lib/time/day";
import type { DayPart } from "@/lib/time/half-day";
import { hoursText } from "@/lib/time/hours";

const ICONS = {
  cover_assigned: ArrowLeftRight,
  cover_released: ArrowLeftRight,
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
export function NoticeList({ notices }: { notices: Notice[] }) {
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
              <p className={notice.isRead ? "" : "font-semibold"}>{wordsOf(notice)}</p>
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

function useRangeWords() {
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
