"use client";
import { Sparkles } from "lucide-react";
import { useTranslations } from "next-intl";
import { type MouseEvent, useState } from "react";
import { type Columns, isOver, stretchAt } from "@/app/manager/coverage/board-lines";
import { buttonStyle } from "@/components/ui/forms/button-style";
import { SlotIcon } from "@/components/ui/layout/badge";
import { cx } from "@/components/ui/layout/cx";
import type { BoardLine, BoardStretch } from "@/lib/coverage/board/rules-stretches";
import { useBoard } from "./board-context";
import { classOf } from "./stretch-bar";

type PhoneLinesProps = { lines: readonly BoardLine[]; at: number; onPlan: (() => void) | null };

const FIRST_USUAL = 30;

/** The lines of the day that begins at a place: those that need cover, those that have it, and all as usual. */
export function PhoneLines({ lines, at, onPlan }: PhoneLinesProps) {
  const t = useTranslations("board.section");
  const plan = useTranslations("board.plan");
  const { columns } = useBoard();
  const [count, setCount] = useState(FIRST_USUAL);
  const kinds = lines.map((line) => ({ line, kind: kindOn(line, at, columns) }));
  const of = (kind: Kind) => kinds.filter((one) => one.kind === kind).map(({ line }) => line);
  const [needs, covered, usual] = [of("needs"), of("covered"), of("usual")];
  return (
    <>
      {needs.length > 0 && (
        <section>
          <header className="flex min-h-14 items-center justify-between px-4 pt-3 pb-1">
            <h2 className="text-lg font-semibold text-gap-ink">
              {t("needs")} <span className="font-normal text-ink-3">{needs.length}</span>
            </h2>
            {onPlan && (
              <button type="button" onClick={onPlan} className={buttonStyle("primary")}>
                <Sparkles aria-hidden />
                {plan("make")}
              </button>
            )}
          </header>
          <Rows lines={needs} at={at} />
        </section>
      )}
      {covered.length > 0 && (
        <section>
          <h2 className="px-4 pt-5 pb-1 text-[13px] text-ink-3">
            {t("covered")} {covered.length}
          </h2>
          <Rows lines={covered} at={at} />
        </section>
      )}
      <section>
        <h2 className="px-4 pt-5 pb-1 text-[13px] text-ink-3">
          {t("usual")} {usual.length}
        </h2>
        <Rows lines={usual.slice(0, count)} at={at} />
        {usual.length > count && (
          <button
            type="button"
            onClick={() => setCount(usual.length)}
            className={cx(buttonStyle("ghost"), "m-2")}
          >
            {t("showAll", { count: usual.length - count })}
          </button>
        )}
      </section>
    </>
  );
}

type Kind = "needs" | "covered" | "usual";

function kindOn(line: BoardLine, at: number, columns: Columns): Kind {
  const here = stretchesOn(line, at);
  if (here.some(({ status, last }) => status === "gap" && last >= columns.todayAt)) return "needs";
  return here.some(({ status }) => status !== "own" && status !== "not_needed") ? "covered" : "usual";
}

/** The stretches of a line on the day that begins at a place: one, or one for each half-day. */
function stretchesOn(line: BoardLine, at: number): BoardStretch[] {
  const [morning, afternoon] = [stretchAt(line, at), stretchAt(line, at + 1)];
  return [morning, afternoon].filter(
    (stretch, i, both) => stretch && both.indexOf(stretch) === i,
  ) as BoardStretch[];
}

function Rows({ lines, at }: { lines: readonly BoardLine[]; at: number }) {
  const { columns, open, words, names } = useBoard();
  const t = useTranslations("board");

  function press(event: MouseEvent<HTMLElement>) {
    const bar = (event.target as HTMLElement).closest<HTMLElement>("[data-at]");
    const lineId = bar?.closest<HTMLElement>("[data-line]")?.dataset.line;
    if (bar && lineId) open({ lineId, at: Number(bar.dataset.at), layout: "list", trigger: bar });
  }

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: its buttons are what is pressed
    <ul onClick={press}>
      {lines.map((line) => {
        const here = stretchesOn(line, at);
        const [only] = here;
        const isUsual = here.length === 1 && (only?.status === "own" || only?.status === "not_needed");
        if (isUsual && only)
          return (
            <li key={line.id} data-line={line.id} className="border-b border-hair">
              <button
                type="button"
                data-at={at}
                aria-label={words.label(line, only)}
                className="flex min-h-14 w-full items-center gap-3 px-4 py-1.5 text-left"
              >
                <span className="grid min-w-0 leading-5">
                  <span className="truncate font-semibold">{line.name}</span>
                  <span className="truncate text-[13px] text-ink-3">{line.title}</span>
                </span>
                <span className="ml-auto shrink-0 text-sm text-ink-2">
                  {only.assistantId ? names.assistants[only.assistantId] : t("status.none")}
                </span>
              </button>
            </li>
          );
        return (
          <li key={line.id} data-line={line.id} className="grid gap-1 border-b border-hair px-4 pt-2 pb-3">
            <p className="flex items-baseline gap-2 whitespace-nowrap">
              <span className="font-semibold">{line.name}</span>
              <span className="min-w-0 truncate text-[13px] text-ink-3">{line.title}</span>
            </p>
            {here.map((stretch) => (
              <PhoneBar key={stretch.first} {...{ line, stretch, at, columns }} isWhole={here.length === 1} />
            ))}
          </li>
        );
      })}
    </ul>
  );
}

type PhoneBarProps = {
  line: BoardLine;
  stretch: BoardStretch;
  at: number;
  isWhole: boolean;
  columns: Columns;
};

function PhoneBar({ line, stretch, at, isWhole, columns }: PhoneBarProps) {
  const { words, names, hints } = useBoard();
  const t = useTranslations("board");
  const { status, proposedId, assistantId, pieces, own } = stretch;
  const place = Math.max(at, stretch.first);
  const name = names.assistants[proposedId ?? assistantId ?? ""];
  const parts = [...pieces, ...own].map(words.part);
  const mark = proposedId ? "plan" : status === "not_needed" ? "none" : status;
  const said =
    isOver(stretch, columns) && status === "gap"
      ? t("status.notCovered")
      : t(status === "gap" ? "status.gap" : "status.none");
  return (
    <button
      type="button"
      data-at={place}
      aria-label={words.label(line, stretch)}
      className={cx("stretch stretch-phone", classOf(stretch, columns.todayAt))}
    >
      <SlotIcon mark={mark} className="size-4" />
      {parts.length > 0 ? (
        <span className="text-sm">
          {parts.map(({ who, what }) => `${who.split(" ")[0]}: ${what}`).join(" · ")}
        </span>
      ) : (
        <span>{name ?? <strong>{said}</strong>}</span>
      )}
      {isWhole && status === "gap" && stretch.acceptedBy === null && !proposedId && (
        <span className="stretch-aside">
          {hints.get(`${line.id} ${Math.max(stretch.first, columns.todayAt)}`)}
        </span>
      )}
      {!isWhole && <span className="stretch-aside">{t(`half.${place % 2 === 0 ? "am" : "pm"}`)}</span>}
    </button>
  );
}
