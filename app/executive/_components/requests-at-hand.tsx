import { CircleCheck, CircleDashed, CircleDot, Clock, Inbox, type LucideIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { JustChanged } from "@/components/live/just-changed";
import { PromiseBar } from "@/components/requests/promise-bar";
import { usePromise } from "@/components/requests/use-promise";
import { useDayWords } from "@/components/time/use-day-words";
import { LinkButton } from "@/components/ui/forms/link-button";
import { Link } from "@/components/ui/layout/link";
import type { QueuePlace } from "@/lib/requests/queue/rules";
import type { SupportRequestView } from "@/lib/requests/schema";
import { OwnMoves } from "./own-moves";
import { SupportPart } from "./support-part";

const MARKS: Partial<Record<SupportRequestView["status"], LucideIcon>> = {
  new: Inbox,
  assigned: CircleDashed,
  in_progress: CircleDot,
  waiting: Clock,
  resolved: CircleCheck,
};

type Places = ReadonlyMap<string, QueuePlace>;
type RequestsAtHandProps = { requests: readonly SupportRequestView[]; count: number; places: Places };

/** The executive's own requests that are not over: those to close, and those somebody works on. */
export function RequestsAtHand({ requests, count, places }: RequestsAtHandProps) {
  const t = useTranslations("executive");
  const yours = requests.filter(isTurnOfExecutive);
  const others = requests.filter((request) => !isTurnOfExecutive(request));
  const all = (
    <Link
      href="/executive/requests"
      className="ml-auto font-medium text-accent-text hover:underline touch:py-3.5 md:text-xs"
    >
      {requests.length < count ? t("showAll", { count }) : t("allMine")}
    </Link>
  );
  if (count === 0) return null;
  return (
    <div className={yours.length > 0 && others.length > 0 ? "lg:grid lg:grid-cols-2 lg:gap-x-12" : undefined}>
      {yours.length > 0 && (
        <Group title={t("yours")} requests={yours} places={places} after={others.length === 0 ? all : null} />
      )}
      {others.length > 0 && <Group title={t("mine")} requests={others} places={places} after={all} />}
    </div>
  );
}

/** Done, for the executive to close; or a question that waits for their answer. */
function isTurnOfExecutive({ status, waiting }: SupportRequestView): boolean {
  return status === "resolved" || waiting?.for === "requester";
}

type GroupProps = {
  title: string;
  requests: readonly SupportRequestView[];
  places: Places;
  after: ReactNode;
};

function Group({ title, requests, places, after }: GroupProps) {
  return (
    <SupportPart title={title} after={after}>
      <ul>
        {requests.map((request) => (
          <Row key={request.id} request={request} place={places.get(request.id)} />
        ))}
      </ul>
    </SupportPart>
  );
}

function Row({ request, place }: { request: SupportRequestView; place: QueuePlace | undefined }) {
  const t = useTranslations("requests");
  const dayWords = useDayWords();
  const { id, status, summary, assigneeName, dueOn, priority, waiting } = request;
  const promise = usePromise()(request);
  const Icon = MARKS[status] ?? Inbox;
  const own = useTranslations("executive");
  const name = assigneeName ?? "";
  const who =
    status === "new"
      ? t("says.new")
      : status === "resolved"
        ? own("doneBy", { name })
        : t("turn.assigned", { name });
  const before = place ? place.urgent + place.agreed + place.due + place.sent : null;
  const facts = [
    who,
    promise?.words ?? (dueOn && t("due", { day: dayWords(dueOn) })),
    priority !== "normal" && t(`priority.${priority}`),
    before !== null && t(before === 0 ? "place.next" : "place.before", { count: before }),
  ].filter(Boolean);
  return (
    <li className="flex min-h-15 flex-wrap items-center gap-x-3 gap-y-1.5 border-b border-hair px-4 py-2 md:px-0 forced-colors:border-[CanvasText]">
      <div className="min-w-0 flex-1 basis-44">
        <p className="font-semibold max-md:line-clamp-2 md:truncate md:font-medium" title={summary}>
          <Link href={`/executive/requests/${id}`} className="hover:underline">
            {summary}
          </Link>{" "}
          <JustChanged id={id} />
        </p>
        <p className="flex items-center gap-1.5 text-xs text-ink-2">
          <Icon aria-hidden className="size-3.5 shrink-0 text-ink-3 md:hidden" />
          <span className="sr-only">{t(`status.${status}`)}. </span>
          <span className="tnum md:truncate">{facts.join(" · ")}</span>
        </p>
        {promise && <PromiseBar share={promise.share} isLate={promise.isLate} className="mt-1.5 max-w-60" />}
      </div>
      <span
        aria-hidden
        className="flex items-center gap-1.5 text-xs whitespace-nowrap text-ink-2 max-md:hidden"
      >
        <Icon className="size-4 shrink-0 text-ink-3" />
        {t(`status.${status}`)}
      </span>
      <div className="flex flex-wrap items-center gap-2 has-[details[open]]:basis-full">
        {waiting?.for === "requester" && (
          <LinkButton href={`/executive/requests/${id}`}>{t("answer.open")}</LinkButton>
        )}
        <OwnMoves request={request} />
      </div>
    </li>
  );
}
