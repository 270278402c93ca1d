"use client";
import { useFormatter, useTranslations } from "next-intl";
import type { BoardRowView } from "@/app/manager/coverage/board-view";
import { SlotIcon, type SlotMark, slotStyle } from "@/components/ui/layout/badge";
import { cx } from "@/components/ui/layout/cx";
import { dayToDate } from "@/lib/time/day";
import type { BoardDay } from "./board-client";
import { SlotCell } from "./slot-cell";

type BoardGridProps = { rows: BoardRowView[]; days: BoardDay[] };

/** The board on a wide screen: executives down, days across, one tab stop. */
export function BoardGrid({ rows, days }: BoardGridProps) {
  const t = useTranslations("board");
  return (
    <div className="hidden min-h-0 flex-1 flex-col overflow-auto px-5 md:flex">
      <table
        className="w-full min-w-[720px] table-fixed border-separate border-spacing-0"
        aria-describedby="board-help"
      >
        <caption className="sr-only">{t("title")}</caption>
        <colgroup>
          <col className="w-[184px]" />
          {days.map((day) => (
            <col key={day.on} />
          ))}
        </colgroup>
        <thead>
          <tr>
            <th
              scope="col"
              className="sticky top-0 left-0 z-20 border-b border-line bg-surface py-2 pr-3 text-left text-xs font-medium text-ink-2"
            >
              {t("executive")}
            </th>
            {days.map((day) => (
              <DayHeader key={day.on} day={day} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th
                scope="row"
                className="sticky left-0 z-10 border-b border-line bg-surface py-1.5 pr-3 text-left align-middle font-normal"
              >
                <span className="block truncate text-sm font-semibold">{row.name}</span>
                <span className="block truncate text-xs text-ink-2">{row.title}</span>
              </th>
              {row.days.map((cells, i) => (
                <td key={days[i]?.on} className="h-[66px] border-b border-line p-1 align-middle">
                  <div className="flex h-14 flex-col justify-center gap-1">
                    {cells.map((cell) => (
                      <SlotCell key={cell.key} cell={cell} layout="grid" />
                    ))}
                  </div>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <Legend />
    </div>
  );
}

function DayHeader({ day }: { day: BoardDay }) {
  const t = useTranslations("board");
  const format = useFormatter();
  const date = dayToDate(day.on);
  return (
    <th
      scope="col"
      aria-current={day.isToday ? "date" : undefined}
      className={cx(
        "sticky top-0 z-10 border-b bg-surface px-1 py-2 text-left text-xs font-medium text-ink-2",
        day.isToday ? "border-accent" : "border-line",
      )}
    >
      <span className="flex items-baseline gap-1.5">
        <span className="capitalize">{format.dateTime(date, { weekday: "short", timeZone: "UTC" })}</span>
        <span className={cx("tnum text-base font-semibold", day.isToday ? "text-accent" : "text-ink")}>
          {format.dateTime(date, { day: "numeric", timeZone: "UTC" })}
        </span>
        {day.dayOff && <span className="truncate">{day.dayOff}</span>}
        {day.gaps > 0 && (
          <span className="tnum ml-auto shrink-0 font-semibold text-gap-ink">
            {t("gaps", { count: day.gaps })}
          </span>
        )}
      </span>
    </th>
  );
}

function Legend() {
  const t = useTranslations("board");
  return (
    <div className="mt-auto flex flex-wrap items-center gap-x-4 gap-y-1 py-2.5 text-xs text-ink-2">
      {(["own", "cover", "gap", "plan", "none"] satisfies SlotMark[]).map((mark) => (
        <span key={mark} className="flex items-center gap-1.5">
          <span aria-hidden className={cx("grid h-4 w-6 place-items-center rounded", slotStyle[mark])}>
            <SlotIcon mark={mark} className="size-3" />
          </span>
          {t(`status.${mark}`)}
        </span>
      ))}
      <span id="board-help" className="ml-auto">
        {t("help")}
      </span>
    </div>
  );
}
