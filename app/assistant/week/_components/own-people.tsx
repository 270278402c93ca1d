import { ArrowRightLeft, Check, ChevronRight, CircleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useDayWords } from "@/components/time/use-day-words";
import { Link } from "@/components/ui/layout/link";
import type { HandoverSummary } from "@/lib/handovers/schema";
import type { Day } from "@/lib/time/day";
import { useDayExtentWords } from "./use-day-extent-words";
import type { DayExecutive } from "./week-days";

type PeopleProps = { title: string; count: number; children: ReactNode };

/** A short list under a quiet heading that counts it. */
export function People({ title, count, children }: PeopleProps) {
  return (
    <section aria-label={title}>
      <h2 className="px-4 pt-5 pb-1 text-xs font-medium text-ink-3 md:border-b md:border-hair md:px-6">
        {title} <span className="tnum font-normal">{count}</span>
      </h2>
      <ul>{children}</ul>
    </section>
  );
}

const row =
  "relative flex min-h-15 items-center gap-2 border-b border-hair px-4 py-2 print:min-h-0 print:py-1 hover:bg-hover md:px-6 forced-colors:border-[CanvasText]";
const link =
  "block truncate font-semibold md:font-medium after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-accent";

type SupportedProps = { executive: DayExecutive; requests: number };

/** An executive of one's own, with how many requests are open. */
export function Supported({ executive, requests }: SupportedProps) {
  const t = useTranslations("week");
  const extent = useDayExtentWords({});
  const { part, title } = executive;
  return (
    <li className={row}>
      <div className="min-w-0 flex-1">
        <Link href={`/assistant/executives/${executive.executiveId}`} className={link}>
          {executive.name}
        </Link>
        <p className="truncate text-xs text-ink-3">
          {[part === "all" ? "" : extent({ part, window: null, dutyIds: [] }), title || t("own")]
            .filter(Boolean)
            .join(" · ")}
        </p>
      </div>
      {requests > 0 && <span className="tnum text-xs text-ink-3">{t("requests", { count: requests })}</span>}
      <ChevronRight aria-hidden className="size-4 shrink-0 text-ink-3 print:hidden" />
    </li>
  );
}

type CoveredProps = {
  executive: DayExecutive;
  on: Day;
  handover: HandoverSummary | undefined;
  dutyNames: Record<string, string>;
};

/** An executive one covers: for whom and until when, how far the handover is, and for how much of the day. */
export function Covered({ executive, on, handover, dutyNames }: CoveredProps) {
  const extent = useDayExtentWords(dutyNames);
  const href = handover
    ? `/assistant/handovers/${handover.id}`
    : `/assistant/executives/${executive.executiveId}`;
  return (
    <li className={`${row} items-start`}>
      <div className="min-w-0 flex-1">
        <Link href={href} className={link}>
          {executive.name}
        </Link>
        <p className="text-xs text-ink-3">{useReasonWords()(executive, on)}</p>
        {handover && <HandoverState handover={handover} />}
      </div>
      <span className="mt-0.5 inline-flex min-h-6 max-w-[45%] shrink-0 items-center gap-1.5 rounded bg-cover-bg px-2 text-xs font-medium text-cover-ink forced-colors:border">
        <ArrowRightLeft aria-hidden className="size-3.5 shrink-0 text-cover-bar" />
        {extent(executive)}
      </span>
    </li>
  );
}

function useReasonWords() {
  const t = useTranslations("week");
  const dayWords = useDayWords();
  return ({ coverFor, until }: DayExecutive, on: Day): string => {
    const name = coverFor ?? "";
    const why = coverFor ? t("coverFor", { name }) : t("coverOpen");
    return until && until > on ? t("until", { why, day: dayWords(until) }) : why;
  };
}

function HandoverState({ handover: { status, notGranted } }: { handover: HandoverSummary }) {
  const t = useTranslations("week.handover");
  const isRead = status === "acknowledged" || status === "active";
  if (isRead && notGranted === 0) {
    return (
      <p className="flex items-center gap-1.5 pt-0.5 text-xs text-ink-2">
        <Check aria-hidden className="size-4 shrink-0" />
        {t("read")}
      </p>
    );
  }
  return (
    <p className="flex items-center gap-1.5 pt-0.5 text-xs font-medium">
      <CircleAlert aria-hidden className="size-4 shrink-0" />
      {isRead ? t("access", { count: notGranted }) : t(status === "draft" ? "draft" : "unread")}
    </p>
  );
}
