import { Lock } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { JustChanged } from "@/components/live/just-changed";
import { PromiseBar } from "@/components/requests/promise-bar";
import { RatingLine } from "@/components/requests/rating-line";
import { RequestAnswers } from "@/components/requests/request-answers";
import { RequestBadge } from "@/components/requests/request-list";
import { RequestMails } from "@/components/requests/request-mails";
import { RequestThread } from "@/components/requests/request-thread";
import { usePromise } from "@/components/requests/use-promise";
import { useMomentWords } from "@/components/requests/use-promise-words";
import { useDayWords } from "@/components/time/use-day-words";
import { Notice } from "@/components/ui/layout/notice";
import { localeOf, nameIn } from "@/lib/i18n/locales";
import { Composer } from "./composer";
import type { Sheet } from "./read-sheet";
import { SheetActions } from "./sheet-actions";

/** One request beside the queue: what is asked and promised, what was said, and what can be done. */
export function RequestSheet({ sheet }: { sheet: Sheet }) {
  const t = useTranslations("requests");
  const moment = useMomentWords();
  const { request, comments, files, type } = sheet;
  const { id, summary, executiveName, filedByName, via, createdAt, confidential } = request;
  const by = filedByName ? t("sheet.filedBy", { name: filedByName }) : null;
  return (
    <article aria-label={summary} className="flex min-h-full min-w-0 flex-col gap-4 px-(--edge) py-4 md:px-6">
      <header className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <div className="min-w-0 flex-1 basis-64">
          <h2 className="text-xl font-semibold tracking-tight [overflow-wrap:anywhere]">
            {summary} <JustChanged id={id} />
          </h2>
          <p className="tnum flex flex-wrap items-center gap-x-2 text-xs text-ink-2">
            {[executiveName, moment(createdAt), via === "app" ? null : t(`via.${via}`), by]
              .filter(Boolean)
              .join(" · ")}
            {confidential && (
              <span className="flex items-center gap-1">
                <Lock aria-hidden className="size-3.5" />
                {t("form.confidential")}
              </span>
            )}
          </p>
        </div>
        <div className="contents print:hidden">
          <SheetActions sheet={sheet} />
        </div>
      </header>
      {request.mergedIntoId && (
        <Notice>
          {t.rich("merge.into", {
            a: (words) => (
              <a
                className="font-medium text-accent hover:underline"
                href={`/assistant/requests/${request.mergedIntoId}`}
              >
                {words}
              </a>
            ),
          })}
        </Notice>
      )}
      <SheetFacts sheet={sheet} />
      <Promises sheet={sheet} />
      <RatingLine rating={sheet.rating} name={executiveName} />
      <div className="flex-1">
        <RequestThread
          request={request}
          comments={comments}
          files={files}
          fields={Object.keys(request.fields).length > 0 && <RequestAnswers request={request} type={type} />}
        />
        <RequestMails mails={sheet.mails} />
      </div>
      <Composer key={`${id} ${comments.length}`} sheet={sheet} />
    </article>
  );
}

function SheetFacts({ sheet: { request, type, isMine } }: { sheet: Sheet }) {
  const t = useTranslations("requests");
  const moment = useMomentWords();
  const dayWords = useDayWords();
  const locale = localeOf(useLocale());
  const {
    priority,
    dueAt,
    dueOn,
    assigneeName,
    heldBecause,
    homeAssistantName,
    homeAssistantId,
    assigneeId,
  } = request;
  const because = heldBecause && heldBecause !== "own" ? t(`because.${heldBecause}`) : null;
  const name = isMine ? t("sheet.you") : (assigneeName ?? t("facts.nobody"));
  const goesBack = homeAssistantId !== assigneeId && (heldBecause === "cover" || heldBecause === "backup");
  const facts: [string, ReactNode][] = [
    [t("facts.status"), <RequestBadge key="status" status={request.status} />],
    [t("facts.priority"), t(`priority.${priority}`)],
    [t("facts.due"), dueAt ? moment(dueAt) : dueOn ? dayWords(dueOn) : t("form.when.none")],
    ...(type ? [[t("form.type"), nameIn(locale, type)] as [string, ReactNode]] : []),
    [t("facts.assignee"), because ? `${name}, ${because}` : name],
    ...(goesBack && homeAssistantName ? [[t("facts.home"), homeAssistantName] as [string, ReactNode]] : []),
  ];
  return (
    <dl className="flex flex-wrap justify-between gap-x-6 gap-y-2 border-y border-line py-3 text-sm">
      {facts.map(([label, value]) => (
        <div key={label} className="min-w-0">
          <dt className="text-xs text-ink-2">{label}</dt>
          <dd className="font-medium">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The promise that counts now, in words and as a bar, and the later one beside it. */
function Promises({ sheet: { request } }: { sheet: Sheet }) {
  const t = useTranslations("requests");
  const promise = usePromise()(request);
  const moment = useMomentWords();
  if (!promise) return null;
  const { answer, resolve } = request.serviceLevel;
  const isAnswer = answer && answer.state !== "kept";
  return (
    <div className="grid gap-1.5 border-b border-line pb-4">
      <p className="tnum flex flex-wrap justify-between gap-x-4 text-sm">
        <span
          className={promise.isLate ? "font-semibold text-gap-ink" : "font-semibold first-letter:uppercase"}
        >
          {promise.words}
        </span>
        {isAnswer && resolve?.dueAt && (
          <span className="text-xs text-ink-2">{t("promise.resolve", { at: moment(resolve.dueAt) })}</span>
        )}
      </p>
      <PromiseBar share={promise.share} isLate={promise.isLate} className="h-2!" />
    </div>
  );
}
