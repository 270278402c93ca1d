import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { cx } from "@/components/ui/layout/cx";
import type { LetterLanguage } from "@/lib/letters/rules-choices";
import { wordDifference } from "@/lib/letters/rules-difference";
import { type FieldKey, fieldName } from "@/lib/letters/rules-fields";
import {
  type LetterBlock,
  type LetterRun,
  letterText,
  plainLetter,
  wordsOfLine,
} from "@/lib/letters/rules-text";
import type { LetterVersionView } from "@/lib/letters/schema";

type Words = Pick<LetterVersionView, "subject" | "body" | "values">;

type PaperProps = {
  letter: Words;
  language: LetterLanguage;
  /** Shows where what is filled in stands. */
  isMarked?: boolean;
  /** The mark at the head of what is not approved. */
  mark?: ReactNode;
};

/** A sheet of paper, white in the dark too, in the language of what stands on it. */
function Sheet({ language, children }: { language: LetterLanguage; children: ReactNode }) {
  return (
    <div
      lang={language}
      className="scheme-light mx-auto grid w-full max-w-2xl gap-3 rounded-lg border border-line bg-white px-4 py-6 text-base leading-6 [overflow-wrap:anywhere] text-[#14181f] md:px-14 md:py-12"
    >
      {children}
    </div>
  );
}

/** A letter as it will be read; a field that is missing is named in red. */
export function LetterPaper({ letter, language, isMarked = false, mark }: PaperProps) {
  const { subject, blocks } = letterText(letter.subject, letter.body, letter.values);
  const shown = { isMarked, language };
  return (
    <Sheet language={language}>
      {mark && (
        <p className="w-fit rounded border border-[#6b7280] px-1.5 text-xs font-semibold tracking-wider uppercase">
          {mark}
        </p>
      )}
      <p className="pb-2 font-semibold">
        <Line runs={subject} {...shown} />
      </p>
      {placed(blocks).map(({ key, one }) => (
        <Block key={key} block={one} {...shown} />
      ))}
    </Sheet>
  );
}

/** Pieces of a text, each known by its place: the text of a version never changes. */
function placed<T>(pieces: readonly T[]): { key: string; one: T }[] {
  return pieces.map((one, place) => ({ key: `at ${place}`, one }));
}

type Shown = { isMarked: boolean; language: LetterLanguage };

function Block({ block: { kind, lines }, ...shown }: { block: LetterBlock } & Shown) {
  return (
    <p className={cx(kind === "point" && "relative pl-4 before:absolute before:left-0 before:content-['•']")}>
      {placed(lines).map(({ key, one }) => (
        <span key={key} className="block">
          <Line runs={one} {...shown} />
        </span>
      ))}
    </p>
  );
}

function Line({ runs, isMarked, language }: { runs: readonly LetterRun[] } & Shown) {
  return placed(runs).map(({ key, one: run }) => {
    const weight = run.isBold ? "font-semibold" : undefined;
    if (!("field" in run))
      return (
        <span key={key} className={weight}>
          {run.text}
        </span>
      );
    if (run.value === null) return <Missing key={key} field={run.field} language={language} />;
    return (
      <span key={key} className={cx(weight, isMarked && "rounded bg-[#eceff3] px-1")}>
        {run.value}
      </span>
    );
  });
}

function Missing({ field, language }: { field: FieldKey; language: LetterLanguage }) {
  const t = useTranslations("letters.edit");
  return (
    <span className="rounded border border-[#b42318] bg-[#fdecea] px-1 font-semibold text-[#8f1d14]">
      {t("missingIn", { field: fieldName(field, language) })}
    </span>
  );
}

const CHANGED = {
  same: { Tag: "span", look: "", said: null },
  added: {
    Tag: "ins",
    look: "bg-[#dff1ee] text-[#0b4f49] underline decoration-2 underline-offset-2",
    said: "added",
  },
  removed: { Tag: "del", look: "text-[#5b6472] line-through", said: "removed" },
} as const;

/** What one version has in place of the one before it, in words that are underlined and struck. */
export function LetterDifference({
  before,
  after,
  language,
}: {
  before: Words;
  after: Words;
  language: LetterLanguage;
}) {
  const t = useTranslations("letters.versions");
  const pieces = wordDifference(plainOf(before, language), plainOf(after, language));
  return (
    <Sheet language={language}>
      <p className="whitespace-pre-line">
        {placed(pieces).map(({ key, one: { kind, text } }) => {
          const { Tag, look, said } = CHANGED[kind];
          return (
            <Tag key={key} className={look}>
              {said && <span className="sr-only">[{t(said)}: </span>}
              {text}
              {said && <span className="sr-only">] </span>}
            </Tag>
          );
        })}
      </p>
    </Sheet>
  );
}

function plainOf({ subject, body, values }: Words, language: LetterLanguage): string {
  const text = letterText(subject, body, values);
  const nameOf = (field: FieldKey) => fieldName(field, language);
  return `${wordsOfLine(text.subject, nameOf)}\n\n${plainLetter(text, nameOf)}`;
}
