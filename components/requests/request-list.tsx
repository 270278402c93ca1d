import { CircleCheck, CircleDashed, CircleDot, Clock, Inbox, X } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { JustChanged } from "@/components/live/just-changed";
import { Badge, type BadgeTone } from "@/components/ui/layout/badge";
import type { SupportRequestView } from "@/lib/requests/schema";
import { dayToDate, day as parseDay } from "@/lib/time/day";

const MARKS = {
  new: { Icon: Inbox, tone: "gap" },
  assigned: { Icon: CircleDashed, tone: "neutral" },
  in_progress: { Icon: CircleDot, tone: "cover" },
  waiting: { Icon: Clock, tone: "outline" },
  resolved: { Icon: CircleCheck, tone: "own" },
  closed: { Icon: CircleCheck, tone: "outline" },
  cancelled: { Icon: X, tone: "outline" },
} satisfies Record<SupportRequestView["status"], { Icon: typeof Inbox; tone: BadgeTone }>;

/** A request's status as icon and word. */
export function RequestBadge({ status }: { status: SupportRequestView["status"] }) {
  const t = useTranslations("requests.status");
  const { Icon, tone } = MARKS[status];
  return (
    <Badge tone={tone} icon={<Icon aria-hidden />}>
      {t(status)}
    </Badge>
  );
}

type RequestListProps = {
  requests: SupportRequestView[];
  /** Whose name stands beside the request: who asked, or who has it. */
  show: "executive" | "assignee" | "both";
  actions: (request: SupportRequestView) => ReactNode;
};

/** Requests as rows: what, for whom, by when, how it stands, and what can be done. */
export function RequestList({ requests, show, actions }: RequestListProps) {
  return (
    <ul className="grid border-t border-line">
      {requests.map((request) => (
        <li
          key={request.id}
          className="relative isolate grid items-center gap-x-4 gap-y-2 border-b border-line py-3 md:grid-cols-[1fr_auto]"
        >
          <RequestWords request={request} show={show} />
          <div className="flex flex-wrap items-center gap-2">{actions(request)}</div>
        </li>
      ))}
    </ul>
  );
}

function RequestWords({ request, show }: Pick<RequestListProps, "show"> & { request: SupportRequestView }) {
  const t = useTranslations("requests");
  const format = useFormatter();
  const facts = [
    show !== "assignee" && request.executiveName,
    show === "both" && request.assigneeName && t("hasIt", { name: request.assigneeName }),
    request.dueOn &&
      t("due", {
        day: format.dateTime(dayToDate(parseDay(request.dueOn)), {
          weekday: "short",
          day: "numeric",
          month: "short",
          timeZone: "UTC",
        }),
      }),
    request.priority !== "normal" && t(`priority.${request.priority}`),
    t("filed", { when: format.dateTime(new Date(request.createdAt), "moment") }),
  ].filter(Boolean);
  return (
    <div className="grid min-w-0 gap-1">
      <p className="flex flex-wrap items-center gap-2">
        <span className="font-medium [overflow-wrap:anywhere]">{request.summary}</span>
        <RequestBadge status={request.status} />
        <JustChanged id={request.id} />
      </p>
      {show === "assignee" && (
        <p className="text-sm">{t(`says.${request.status}`, { name: request.assigneeName ?? "" })}</p>
      )}
      <p className="text-sm text-ink-2">{facts.join(" · ")}</p>
      {request.details && (
        <p className="text-sm whitespace-pre-line text-ink-2 [overflow-wrap:anywhere]">{request.details}</p>
      )}
    </div>
  );
}
