import { Lock } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { initialsOf } from "@/components/ui/layout/avatar";
import { cx } from "@/components/ui/layout/cx";
import type { CommentView } from "@/lib/requests/comments/schema";
import type { RequestFileView } from "@/lib/requests/files/schema";
import type { SupportRequestView } from "@/lib/requests/schema";
import { RequestFiles } from "./request-files";
import { useMomentWords } from "./use-promise-words";

type ThreadProps = {
  request: SupportRequestView;
  comments: readonly CommentView[];
  files: readonly RequestFileView[];
  fields?: ReactNode;
};

/** What was asked and what was said about it since, the first word first. */
export function RequestThread({ request, comments, files, fields }: ThreadProps) {
  const t = useTranslations("requests.thread");
  const moment = useMomentWords();
  const { details, executiveName, filedByName, createdAt } = request;
  const filesOf = (id: string | null) => files.filter(({ commentId }) => commentId === id);
  return (
    <ol aria-label={t("label")} className="grid gap-1">
      {(details || fields || filesOf(null).length > 0) && (
        <Word name={filedByName ?? executiveName} at={moment(createdAt)}>
          {details && <p className="whitespace-pre-line [overflow-wrap:anywhere]">{details}</p>}
          {fields}
          <RequestFiles files={filesOf(null)} />
        </Word>
      )}
      {comments.map(({ id, authorName, text, internal, createdAt: at }) => (
        <Word key={id} name={authorName} at={moment(at)} isInternal={internal}>
          <p className="whitespace-pre-line [overflow-wrap:anywhere]">{text}</p>
          <RequestFiles files={filesOf(id)} />
        </Word>
      ))}
    </ol>
  );
}

type WordProps = { name: string; at: string; isInternal?: boolean; children: ReactNode };

function Word({ name, at, isInternal = false, children }: WordProps) {
  const t = useTranslations("requests.thread");
  return (
    <li
      className={cx(
        "flex gap-3 rounded-lg py-2.5",
        isInternal && "-mx-3 bg-canvas px-3 forced-colors:border",
      )}
    >
      <span
        aria-hidden
        className="grid size-7 shrink-0 place-items-center rounded-full bg-sunken text-[10px] font-medium text-ink-2 forced-colors:border"
      >
        {initialsOf(name)}
      </span>
      <div className="min-w-0 text-sm">
        <p className="flex flex-wrap items-center gap-x-2">
          <span className="font-semibold">{name}</span>
          <span className="tnum text-xs text-ink-2">{at}</span>
          {isInternal && (
            <span className="flex items-center gap-1 text-xs text-ink-2">
              <Lock aria-hidden className="size-3.5" />
              {t("internal")}
            </span>
          )}
        </p>
        {children}
      </div>
    </li>
  );
}
