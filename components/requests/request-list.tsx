import { CircleCheck, CircleDashed, CircleDot, Clock, Inbox, X } from "lucide-react";
import { useFormatter, useNow, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { JustChanged } from "@/components/live/just-changed";
import { useDayWords } from "@/components/time/use-day-words";
import { StatusBadge, type StatusMark } from "@/components/ui/layout/badge";
import { cx } from "@/components/ui/layout/cx";
import type { SupportRequestView } from "@/lib/requests/schema";
import { daysOnEarth } from "@/lib/time/zone";
import { Marked, type Searched } from "./marked";
import { usePromise } from "./use-promise";

const MARKS = {
  new: { Icon: Inbox, tone: "outline" },
  assigned: { Icon: CircleDashed, tone: "neutral" },
  in_progress: { Icon: CircleDot, tone: "cover" },
  waiting: { Icon: Clock, tone: "outline" },
  resolved: { Icon: CircleCheck, tone: "own" },
  closed: { Icon: CircleCheck, tone: "outline" },
  cancelled: { Icon: X, tone: "outline" },
} satisfies Record<SupportRequestView["status"], StatusMark>;

/** A request's status as icon and word. */
export function RequestBadge({ status }: { status: SupportRequestView["status"] }) {
  const t = useTranslations("requests.status");
  return <StatusBadge mark={MARKS[status]}>{t(status)}</StatusBadge>;
}

type RequestListProps = {
  requests: SupportRequestView[];
  /** Whose name stands beside the request: who asked, or who has it. */
  show: "executive" | "assignee" | "both";
  /** Where a request's own page is: its id follows. */
  path: string;
  /** The one that is open beside the list. */
  open?: string | undefined;
  searched?: Searched | undefined;
  actions: (request: SupportRequestView) => ReactNode;
};

const COLUMNS = {
  narrow: "md:grid-cols-[minmax(0,2.2fr)_minmax(0,1.4fr)_minmax(0,1fr)_6rem]",
  wide: "md:grid-cols-[minmax(0,1.8fr)_minmax(0,1.4fr)_minmax(0,1fr)_minmax(11rem,15rem)]",
};

/** Requests as rows: what and for whom, whose turn it is, how long it has waited and until when it may, and what can be done. */
export function RequestList({ requests, actions, ...shown }: RequestListProps) {
  return (
    <ul>
      {requests.map((request) => (
        <li
          key={request.id}
          className={cx("row", shown.show === "assignee" ? COLUMNS.wide : COLUMNS.narrow)}
          aria-current={request.id === shown.open || undefined}
        >
          <What request={request} {...shown} />
          <Turn request={request} show={shown.show} />
          <Waited request={request} />
          <div className="row-acts flex-wrap max-md:col-span-2 max-md:col-start-1 max-md:row-start-auto">
            {actions(request)}
          </div>
        </li>
      ))}
    </ul>
  );
}

type CellProps = { request: SupportRequestView };

function What({
  request,
  show,
  path,
  searched,
}: CellProps & Pick<RequestListProps, "show" | "path" | "searched">) {
  const t = useTranslations("requests");
  const { id, summary, executiveName, priority, details } = request;
  const excerpt = searched?.excerpts.get(id);
  const facts = [
    show !== "assignee" && executiveName,
    priority !== "normal" && t(`priority.${priority}`),
    excerpt ?? (show !== "both" && details),
  ].filter(Boolean);
  const title = <Marked text={summary || t("form.confidential")} typed={searched?.typed} />;
  return (
    <div className="min-w-0 max-md:col-span-2">
      <a href={`${path}/${id}`} data-open={id} className="row-link">
        {title}
      </a>
      <span className="row-meta">
        <Marked text={facts.join(" · ")} typed={searched?.typed} />
      </span>
      <JustChanged id={id} />
    </div>
  );
}

/** Whose turn it is, in words with the mark of the status. */
function Turn({ request: { status, assigneeName }, show }: CellProps & Pick<RequestListProps, "show">) {
  const t = useTranslations("requests");
  const name = assigneeName ?? "";
  const { Icon } = MARKS[status];
  return (
    <div className="min-w-0 max-md:col-span-2">
      <span className={`row-mark ${status === "new" ? "font-semibold text-gap-ink" : ""}`}>
        <Icon aria-hidden className="size-3.5" />
        <span className="truncate">{t(`status.${status}`)}</span>
      </span>
      {show === "assignee" ? (
        <span className="block text-xs text-ink-2">{t(`says.${status}`, { name })}</span>
      ) : (
        status !== "cancelled" && <span className="row-meta">{t(`turn.${status}`, { name })}</span>
      )}
    </div>
  );
}

function Waited({ request }: CellProps) {
  const { dueOn, status, createdAt } = request;
  const promise = usePromise()(request);
  const t = useTranslations("requests");
  const format = useFormatter();
  const now = useNow();
  const dayWords = useDayWords();
  const isOpen = !["resolved", "closed", "cancelled"].includes(status);
  const isOverdue = dueOn !== null && isOpen && dueOn < daysOnEarth(now).from;
  return (
    <div className="min-w-0 max-md:col-span-2">
      {promise && (
        <span className={`row-mark ${promise.isLate ? "font-semibold text-gap-ink" : ""}`}>
          {promise.isLate && <Clock aria-hidden className="size-3.5" />}
          <span className="tnum first-letter:uppercase">{promise.words}</span>
        </span>
      )}
      {dueOn && !promise && (
        <span className={`row-mark ${isOverdue ? "font-semibold text-gap-ink" : ""}`}>
          {isOverdue && <Clock aria-hidden className="size-3.5" />}
          <span className="truncate">{t(isOverdue ? "overdue" : "due", { day: dayWords(dueOn) })}</span>
        </span>
      )}
      <span className="row-meta">{t("filed", { when: format.relativeTime(new Date(createdAt), now) })}</span>
    </div>
  );
}
