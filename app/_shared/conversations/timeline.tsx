import { Eye, Lock, MessageSquare } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Avatar } from "@/components/ui/layout/avatar";
import type { CasePersonView, CaseTextView } from "@/lib/disputes/cases/schema";
import { ReleaseForm } from "./release-form";

type TimelineProps = {
  caseId: string;
  texts: readonly CaseTextView[];
  people: readonly CasePersonView[];
  ownId: string;
  timeZone: string;
  isOpen: boolean;
  children?: ReactNode;
};

/** Everything that was written, in the order it was; notes lie on sunken ground with a lock. */
export function Timeline({ caseId, texts, people, ownId, timeZone, isOpen, children }: TimelineProps) {
  const format = useFormatter();
  const isOthers = people.some(
    ({ userId, role, since }) => role === "party" && since !== null && userId !== ownId,
  );
  const nameOf = (id: string | null) => people.find(({ userId }) => userId === id)?.name ?? "";
  return (
    <ol className="grid gap-6">
      {texts.map((text) => (
        <li
          key={text.id}
          className="grid grid-cols-[1.5rem_minmax(0,1fr)] gap-x-3 md:grid-cols-[5rem_1.5rem_minmax(0,1fr)]"
        >
          <time
            dateTime={text.at}
            className="tnum pt-0.5 text-right text-xs text-ink-2 max-md:col-start-2 max-md:text-left"
          >
            {format.dateTime(new Date(text.at), { ...DAY, timeZone })}
          </time>
          <Mark text={text} name={nameOf(text.authorId)} />
          <Entry text={text} author={nameOf(text.authorId)} to={nameOf(text.toId)}>
            {isOthers &&
              text.kind === "statement" &&
              text.authorId === ownId &&
              !text.releasedAt &&
              isOpen && <ReleaseForm caseId={caseId} textId={text.id} />}
          </Entry>
        </li>
      ))}
      {children && <li className="md:pl-[7.75rem]">{children}</li>}
    </ol>
  );
}

function Mark({ text: { kind }, name }: { text: CaseTextView; name: string }) {
  if (kind === "statement")
    return <Avatar name={name} size="small" className="max-md:row-start-1 max-md:row-span-2" />;
  const Icon = kind === "note" ? Lock : MessageSquare;
  return (
    <span className="grid size-6 place-items-center text-ink-2 max-md:row-start-1 max-md:row-span-2">
      <Icon aria-hidden className="size-4" />
    </span>
  );
}

type EntryProps = { text: CaseTextView; author: string; to: string; children: ReactNode };

function Entry({ text, author, to, children }: EntryProps) {
  const t = useTranslations("conversations.text");
  const format = useFormatter();
  if (text.kind === "note")
    return (
      <div className="grid gap-1 rounded-lg bg-sunken px-4 py-3 print:hidden">
        <p className="text-xs">
          <span className="font-semibold">{t("note")}</span>{" "}
          <span className="text-ink-2">{t("noteSeenBy")}</span>
        </p>
        <p className="text-base whitespace-pre-wrap">{text.words}</p>
      </div>
    );
  return (
    <div className="grid justify-items-start gap-1">
      <p className="text-base">
        <span className="font-semibold">{author}</span>
        {text.kind !== "statement" && (
          <span className="text-ink-2"> {t(text.kind, { to: to || "nobody" })}</span>
        )}
      </p>
      <p className="max-w-prose text-[0.9375rem] leading-6 whitespace-pre-wrap print:hidden">{text.words}</p>
      {text.kind === "statement" && (
        <p className="flex items-center gap-1.5 text-xs text-ink-2">
          <Eye aria-hidden className="size-3.5" />
          {text.releasedAt
            ? t("released", { when: format.dateTime(new Date(text.releasedAt), "day") })
            : t("unreleased", { author })}
        </p>
      )}
      {children}
    </div>
  );
}

const DAY = { weekday: "short", day: "numeric", month: "short" } as const;
