import { CircleDashed, CircleDot, Hourglass, Inbox, Lock, type LucideIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { JustChanged } from "@/components/live/just-changed";
import { Marked, type Searched } from "@/components/requests/marked";
import { PromiseBar } from "@/components/requests/promise-bar";
import { usePromise } from "@/components/requests/use-promise";
import { useMomentWords } from "@/components/requests/use-promise-words";
import { useDayWords } from "@/components/time/use-day-words";
import { cx } from "@/components/ui/layout/cx";
import type { QueuedRequest } from "@/lib/requests/queue/queries";
import { firstDueOf, queueClassOf } from "@/lib/requests/queue/rules";
import type { SupportRequestView } from "@/lib/requests/schema";

const PATH = "/assistant/requests";
const MARKS: Partial<Record<SupportRequestView["status"], LucideIcon>> = {
  assigned: CircleDashed,
  in_progress: CircleDot,
  waiting: Hourglass,
};
const CLASSES = ["urgent", "high", "normal", "low", "waiting"] as const;

/** The assistant's queue by class, each line with why it stands there and when it is due. */
export function QueueList({
  requests,
  open,
  searched,
}: {
  requests: QueuedRequest[];
  open: string | undefined;
  searched: Searched | undefined;
}) {
  const t = useTranslations("requests.queue");
  return CLASSES.map((kind) => {
    const group = requests.filter((request) => queueClassOf(request) === kind);
    if (group.length === 0) return null;
    return (
      <section key={kind} aria-labelledby={`queue-${kind}`}>
        <h2
          id={`queue-${kind}`}
          className="flex h-10 items-end gap-1.5 border-b border-line px-(--edge) pb-2 text-sm font-semibold"
        >
          {t(`class.${kind}`)}
          <span className="tnum font-normal text-ink-2">{group.length}</span>
        </h2>
        <ul>
          {group.map((request) => (
            <QueueLine
              key={request.id}
              request={request}
              isOpen={request.id === open}
              searched={searched}
              second={request.why.map((why) => t(`why.${why}`)).join(", ")}
            />
          ))}
        </ul>
      </section>
    );
  });
}

type QueueLineProps = {
  request: SupportRequestView;
  isOpen: boolean;
  second: string;
  searched: Searched | undefined;
};

/** A request in two lines: what, for whom and why here; at the right when it is due and how much of that is used. */
export function QueueLine({ request, isOpen, second, searched }: QueueLineProps) {
  const t = useTranslations("requests");
  const promise = usePromise()(request);
  const { id, summary, executiveName, status, confidential } = request;
  const Icon = confidential && !summary ? Lock : (MARKS[status] ?? Inbox);
  return (
    <li
      aria-current={isOpen || undefined}
      className={cx(
        "relative flex min-h-13 items-center gap-2.5 border-b border-hair px-(--edge) py-1.5 hover:bg-canvas",
        isOpen &&
          "min-[1200px]:bg-accent-soft min-[1200px]:before:absolute min-[1200px]:before:inset-y-0 min-[1200px]:before:left-0 min-[1200px]:before:w-0.5 min-[1200px]:before:bg-accent min-[1200px]:hover:bg-accent-soft",
      )}
    >
      <Icon aria-hidden className="size-4 shrink-0 text-ink-2" />
      <div className="min-w-0 flex-1">
        <a
          href={`${PATH}/${id}`}
          data-open={id}
          className="block truncate text-sm font-medium after:absolute after:inset-0"
        >
          <span className="sr-only">{t(`status.${status}`)}: </span>
          <Marked text={summary || t("form.confidential")} typed={searched?.typed} />
        </a>
        <p className="truncate text-xs text-ink-2">
          <Marked
            text={[executiveName, searched?.excerpts.get(id) ?? second].filter(Boolean).join(" · ")}
            typed={searched?.typed}
          />
        </p>
        <JustChanged id={id} />
      </div>
      <DueCell request={request} promise={promise} />
    </li>
  );
}

function DueCell({
  request,
  promise,
}: {
  request: SupportRequestView;
  promise: ReturnType<ReturnType<typeof usePromise>>;
}) {
  const t = useTranslations("requests.queue");
  const moment = useMomentWords();
  const dayWords = useDayWords();
  const isOver = ["resolved", "closed", "cancelled"].includes(request.status);
  if (isOver) return null;
  if (request.status === "waiting") return <span className="text-xs text-ink-2">{t("paused")}</span>;
  const first = firstDueOf(request);
  if (!first) return null;
  const isDayOnly =
    request.dueAt === null &&
    request.dueOn !== null &&
    first.startsWith(request.dueOn) &&
    first.endsWith("23:59:00.000Z");
  return (
    <span className="tnum grid shrink-0 justify-items-end gap-1 text-xs">
      <span className={promise?.isLate ? "font-semibold text-gap-ink" : "text-ink-2"}>
        {isDayOnly && request.dueOn ? dayWords(request.dueOn) : moment(first)}
      </span>
      {promise && <PromiseBar share={promise.share} isLate={promise.isLate} className="w-12" />}
    </span>
  );
}
