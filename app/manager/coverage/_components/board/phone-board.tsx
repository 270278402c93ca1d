"use client";
import { ChevronDown, ChevronLeft, ChevronRight, Search, Sparkles, TriangleAlert } from "lucide-react";
import Link from "next/link";
import { useSearchParams } from "next/navigation";
import { useFormatter, useTranslations } from "next-intl";
import { type MouseEvent, type ReactNode, useState } from "react";
import { type BoardAddress, boardHref, type Show, SPANS } from "@/app/manager/coverage/board-address";
import { type BoardItem, type Columns, isOver, stretchAt } from "@/app/manager/coverage/board-lines";
import { useDayWords } from "@/components/time/use-day-words";
import { buttonStyle } from "@/components/ui/forms/button-style";
import { SlotIcon } from "@/components/ui/layout/badge";
import { cx } from "@/components/ui/layout/cx";
import { MenuArea } from "@/components/ui/overlays/menu";
import type { BoardLine, BoardStretch } from "@/lib/coverage/board/rules-stretches";
import { type Day, dayToDate } from "@/lib/time/day";
import { addWeeks, type IsoWeek } from "@/lib/time/iso-week";
import { useBoard } from "./board-context";
import type { BoardDay } from "./board-grid";
import { poolEntries, WeekTitle } from "./board-toolbar";
import { classOf } from "./stretch-bar";
import { writeAddress } from "./use-show";

type PhoneBoardProps = {
  items: readonly BoardItem[];
  days: readonly BoardDay[];
  open: readonly number[];
  address: BoardAddress & { week: IsoWeek; poolId: string };
  thisWeek: IsoWeek;
  pools: readonly { id: string; name: string }[];
  show: Show;
  setShow: (change: Partial<Show>) => void;
  strip: ReactNode;
  onPlan: (() => void) | null;
};

/** The board on a phone: one day at a time; gaps first, then who has cover, then all as usual. */
export function PhoneBoard(props: PhoneBoardProps) {
  const { items, days, open, strip } = props;
  const start = days.find((day) => day.isToday) ?? days.find((_, i) => (open[i] ?? 0) > 0) ?? days[0];
  const asked = useSearchParams().get("day");
  const [chosen, setChosen] = useState<string | undefined>(asked ?? start?.on);
  const choose = (on: string) => {
    setChosen(on);
    writeAddress({ day: on });
  };
  const position = Math.max(
    0,
    days.findIndex((day) => day.on === chosen),
  );
  const lines = items.flatMap((item) => (item.kind === "line" ? [item.line] : []));
  return (
    <div className="flex min-h-0 flex-1 flex-col board:hidden print:hidden">
      <div className="sticky top-0 z-10 border-b border-line bg-surface">
        <PhoneHead {...props} />
        <DayStrip days={days} open={open} chosen={position} choose={choose} />
      </div>
      {strip}
      <Sections lines={lines} position={position} onPlan={props.onPlan} />
    </div>
  );
}

function PhoneHead({ address, pools, show, setShow, days }: PhoneBoardProps) {
  const t = useTranslations("board");
  const dates = useTranslations("common.date");
  const [isFinding, setFinding] = useState(show.query !== "");
  const step = SPANS[address.span];
  const hrefOf = (week: IsoWeek) => boardHref({ ...address, week }, show);
  const arrow = "grid size-11 place-items-center rounded-lg text-ink-2";
  const pool = pools.find(({ id }) => id === address.poolId);
  const entries = poolEntries(pools, address, show);
  if (isFinding) {
    return (
      <search className="flex h-14 items-center gap-2 px-4">
        <input
          // biome-ignore lint/a11y/noAutofocus: it has just been asked for
          autoFocus
          aria-label={t("findExecutive")}
          placeholder={t("findExecutive")}
          value={show.query}
          onChange={(event) => setShow({ query: event.currentTarget.value })}
          className="h-11 min-w-0 flex-1 rounded-lg border border-line-2 bg-surface px-3 text-base"
        />
        <button
          type="button"
          className={buttonStyle("ghost")}
          onClick={() => {
            setShow({ query: "" });
            setFinding(false);
          }}
        >
          {t("endFind")}
        </button>
      </search>
    );
  }
  return (
    <MenuArea entriesOf={() => entries} className="flex h-14 items-center px-1">
      <Link href={hrefOf(addWeeks(address.week, -step))} aria-label={dates("previousWeek")} className={arrow}>
        <ChevronLeft aria-hidden className="size-5" />
      </Link>
      <WeekTitle week={address.week} lastDay={days.at(-1)?.on ?? ("" as Day)} />
      <Link href={hrefOf(addWeeks(address.week, step))} aria-label={dates("nextWeek")} className={arrow}>
        <ChevronRight aria-hidden className="size-5" />
      </Link>
      <span className="flex-1" />
      {pools.length > 1 && (
        <button
          type="button"
          data-menu="pool"
          aria-haspopup="menu"
          className="flex h-11 min-w-0 items-center gap-1.5 px-2 text-sm font-medium text-ink-2"
        >
          <span className="truncate">{pool?.name}</span>
          <ChevronDown aria-hidden className="size-4 shrink-0" />
        </button>
      )}
      <button
        type="button"
        aria-label={t("findExecutive")}
        className={arrow}
        onClick={() => setFinding(true)}
      >
        <Search aria-hidden className="size-5" />
      </button>
    </MenuArea>
  );
}

type DayStripProps = {
  days: PhoneBoardProps["days"];
  open: readonly number[];
  chosen: number;
  choose: (on: string) => void;
};

function DayStrip({ days, open, chosen, choose }: DayStripProps) {
  const t = useTranslations("board");
  const format = useFormatter();
  const dayWords = useDayWords();
  return (
    <div
      role="radiogroup"
      aria-label={t("days")}
      className="flex gap-1 overflow-x-auto px-2 pb-2 [scrollbar-width:none]"
    >
      {days.map((day, i) => {
        const date = dayToDate(day.on);
        const gaps = open[i] ?? 0;
        const isChosen = i === chosen;
        return (
          // biome-ignore lint/a11y/useSemanticElements: a button that looks like a day of a calendar
          <button
            key={day.on}
            type="button"
            role="radio"
            aria-checked={isChosen}
            aria-label={`${dayWords(day.on, "long")}, ${t("gaps", { count: gaps })}`}
            onClick={() => choose(day.on)}
            className={cx(
              "grid h-[72px] min-w-13 flex-1 grid-rows-[18px_24px_18px] content-center justify-items-center rounded-lg text-[13px] leading-[18px] text-ink-2",
              day.isPast && "text-ink-3",
              isChosen && "bg-accent-soft font-semibold text-accent-text ring-[1.5px] ring-accent ring-inset",
            )}
          >
            <span className="capitalize">
              {day.isToday ? t("today") : format.dateTime(date, { weekday: "short", timeZone: "UTC" })}
            </span>
            <span className={cx("tnum text-lg leading-6", !day.isPast && "font-semibold text-ink")}>
              {format.dateTime(date, { day: "numeric", timeZone: "UTC" })}
            </span>
            {gaps > 0 ? (
              <span aria-hidden className="flex items-center gap-1 font-semibold text-gap-ink">
                <TriangleAlert className="size-3.5" />
                {gaps}
              </span>
            ) : (
              <span aria-hidden className="h-0.5 w-4 self-center rounded-full bg-line" />
            )}
          </button>
        );
      })}
    </div>
  );
}

type SectionsProps = { lines: readonly BoardLine[]; position: number; onPlan: (() => void) | null };

const FIRST_LINES = 30;

function Sections({ lines, position, onPlan }: SectionsProps) {
  const t = useTranslations("board.section");
  const plan = useTranslations("board.plan");
  const { columns } = useBoard();
  const [count, setCount] = useState(FIRST_LINES);
  const at = 2 * position;
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
