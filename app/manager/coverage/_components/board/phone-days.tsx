"use client";
import { useFormatter, useTranslations } from "next-intl";
import { parseAsString, useQueryState } from "nuqs";
import { ToggleButton } from "react-aria-components/ToggleButton";
import { ToggleButtonGroup } from "react-aria-components/ToggleButtonGroup";
import type { BoardRowView } from "@/app/manager/coverage/board-view";
import { useDayWords } from "@/components/time/use-day-words";
import { cx } from "@/components/ui/layout/cx";
import { dayToDate } from "@/lib/time/day";
import type { BoardDay } from "./board-client";
import { SlotCell } from "./slot-cell";

type PhoneDaysProps = { rows: BoardRowView[]; days: BoardDay[] };

/** The board on a phone: one day at a time, gaps first. */
export function PhoneDays({ rows, days }: PhoneDaysProps) {
  const start =
    days.find((day) => day.isToday)?.on ?? days.find((day) => day.gaps > 0)?.on ?? days[0]?.on ?? "";
  const [chosen, choose] = useQueryState("day", parseAsString.withDefault(start));
  const position = Math.max(
    0,
    days.findIndex((day) => day.on === chosen),
  );
  const inOrder = [...rows].sort((a, b) => Number(hasGap(b, position)) - Number(hasGap(a, position)));
  return (
    <div className="flex min-h-0 flex-1 flex-col md:hidden">
      <DayStrip days={days} chosen={days[position]?.on ?? ""} choose={choose} />
      <ul>
        {inOrder.map((row) => (
          <PhoneRow key={row.id} row={row} position={position} />
        ))}
      </ul>
    </div>
  );
}

function hasGap(row: BoardRowView, position: number): boolean {
  return row.days[position]?.some((cell) => cell.status === "gap") ?? false;
}

type DayStripProps = { days: BoardDay[]; chosen: string; choose: (on: string) => void };

function DayStrip({ days, chosen, choose }: DayStripProps) {
  const t = useTranslations("board");
  const format = useFormatter();
  const dayWords = useDayWords();
  return (
    <ToggleButtonGroup
      aria-label={t("days")}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[chosen]}
      onSelectionChange={(keys) => choose(String([...keys][0]))}
      className="sticky top-0 z-10 grid auto-cols-fr grid-flow-col gap-1 border-b border-line bg-surface px-3 py-2"
    >
      {days.map((day) => (
        <ToggleButton
          key={day.on}
          id={day.on}
          aria-label={`${dayWords(day.on, "long")}, ${t("gaps", { count: day.gaps })}`}
          className="flex h-[60px] min-w-0 cursor-default flex-col items-center justify-center rounded-lg text-ink-2 data-[selected]:bg-accent data-[selected]:text-accent-ink"
        >
          <span className="text-xs capitalize">
            {format.dateTime(dayToDate(day.on), { weekday: "short", timeZone: "UTC" })}
          </span>
          <span className="tnum text-lg leading-tight font-semibold">
            {format.dateTime(dayToDate(day.on), { day: "numeric", timeZone: "UTC" })}
          </span>
          <span
            aria-hidden
            className={cx(
              "tnum h-4 rounded-full px-1.5 text-[11px] leading-4 font-bold",
              day.gaps > 0 && "bg-gap-bg text-gap-ink",
            )}
          >
            {day.gaps > 0 ? day.gaps : ""}
          </span>
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}

function PhoneRow({ row, position }: { row: BoardRowView; position: number }) {
  const t = useTranslations();
  const cells = row.days[position] ?? [];
  return (
    <li className="grid gap-1.5 border-b border-line px-4 py-3">
      <p className="flex items-baseline gap-2">
        <span className="font-semibold">{row.name}</span>
        <span className="min-w-0 truncate text-sm text-ink-2">{row.title}</span>
      </p>
      {cells.map((cell) => (
        <div key={cell.key} className="grid grid-cols-[60px_1fr] items-center gap-2">
          <span className="text-sm text-ink-2">{t(`common.date.${cell.half ?? "allDay"}`)}</span>
          <SlotCell cell={cell} layout="list" />
        </div>
      ))}
    </li>
  );
}
