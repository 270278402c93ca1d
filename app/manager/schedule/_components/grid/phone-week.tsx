"use client";
import { ChevronRight, Plus, TriangleAlert } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import type { ShownDay } from "@/app/_shared/week/week-day-head";
import { type GridItem, type GridShift, holesOf } from "@/app/manager/schedule/schedule-data";
import { useDayWords } from "@/components/time/use-day-words";
import { cx } from "@/components/ui/layout/cx";
import { Link } from "@/components/ui/layout/link";
import { type DemandPiece, missingIn } from "@/lib/schedules/week/rules-demand";
import { dayToDate } from "@/lib/time/day";
import { shortHoursText } from "@/lib/time/hours";
import { isoWeekOf } from "@/lib/time/iso-week";
import { type OpenedPlace, useSchedule } from "../schedule-context";
import { useShiftWords, workWords } from "../use-shift-words";

type PhoneWeekProps = {
  items: readonly GridItem[];
  rows: ReadonlyMap<string, readonly GridShift[]>;
  days: readonly ShownDay[];
  pieces: readonly DemandPiece[];
  onOpen: (opened: OpenedPlace) => void;
};

/** The week on a phone: a day at a time, its holes first, then who works when. */
export function PhoneWeek({ items, rows, days, pieces, onOpen }: PhoneWeekProps) {
  const t = useTranslations("schedule");
  const format = useFormatter();
  const today = days.find(({ isToday }) => isToday)?.on ?? days[0]?.on;
  const [on, setOn] = useState(today);
  const holes = holesOf(pieces);
  return (
    <div className="board:hidden">
      <div role="tablist" aria-label={t("days")} className="flex border-b border-line">
        {days.map((day) => {
          const missing = holes.filter((hole) => hole.on === day.on).length;
          return (
            <button
              key={day.on}
              type="button"
              role="tab"
              aria-selected={day.on === on}
              onClick={() => setOn(day.on)}
              className={cx(
                "grid min-h-14 flex-1 justify-items-center border-b-2 py-1 text-xs",
                day.on === on
                  ? "border-accent font-semibold text-accent-text"
                  : "border-transparent text-ink-2",
              )}
            >
              <span>{format.dateTime(dayToDate(day.on), { weekday: "short", timeZone: "UTC" })}</span>
              <span className="tnum text-base">
                {format.dateTime(dayToDate(day.on), { day: "numeric", timeZone: "UTC" })}
              </span>
              <span
                className={cx(
                  "flex min-h-4 items-center gap-0.5",
                  missing > 0 && "font-semibold text-gap-ink",
                )}
              >
                {missing > 0 && <TriangleAlert aria-hidden className="size-3" />}
                {missing > 0 && missing}
                {missing > 0 && <span className="sr-only">{t("holes", { count: missing })}</span>}
              </span>
            </button>
          );
        })}
      </div>
      <Holes holes={holes.filter((hole) => hole.on === on)} />
      <ul>
        {items.map((item) =>
          item.kind === "row" && on ? (
            <PersonLine
              key={item.id}
              item={item}
              shifts={(rows.get(item.id) ?? []).filter((shift) => shift.on === on)}
              on={on}
              onOpen={onOpen}
            />
          ) : null,
        )}
      </ul>
    </div>
  );
}

function Holes({ holes }: { holes: readonly DemandPiece[] }) {
  const t = useTranslations("schedule");
  const { roles, poolId } = useSchedule();
  if (holes.length === 0) return null;
  return (
    <ul aria-label={t("holesTitle")} className="border-b border-line px-4 py-2">
      {holes.map((hole) => (
        <li key={`${hole.roleId}${hole.startMinute}`}>
          <Link
            href={`/manager/schedule/roles?week=${isoWeekOf(hole.on)}&pool=${poolId}&on=${hole.on}&role=${hole.roleId}&start=${hole.startMinute}`}
            className="flex min-h-11 items-center gap-2 text-base text-gap-ink"
          >
            <TriangleAlert aria-hidden className="size-4 text-gap-bar" />
            <span className="font-semibold">{roles.get(hole.roleId)?.name}</span>
            <span className="tnum">{shortHoursText(hole)}</span>
            <span className="ml-auto text-sm">{t("missing", { count: missingIn(hole) })}</span>
            <ChevronRight aria-hidden className="size-4 text-ink-3" />
          </Link>
        </li>
      ))}
    </ul>
  );
}

type PersonLineProps = Pick<PhoneWeekProps, "onOpen"> & {
  item: Extract<GridItem, { kind: "row" }>;
  shifts: readonly GridShift[];
  on: ShownDay["on"];
};

function PersonLine({ item, shifts, on, onOpen }: PersonLineProps) {
  const t = useTranslations("schedule");
  const { roles } = useSchedule();
  const dayWords = useDayWords();
  const { stateOf } = useShiftWords(roles);
  const name = item.person?.name ?? t("open");
  const away = item.person?.away.some((one) => one.on === on);
  return (
    <li className="border-b border-hair">
      {shifts.map((shift) => (
        <button
          key={shift.id}
          type="button"
          onClick={(event) => onOpen({ kind: "shift", shift, trigger: event.currentTarget })}
          className="grid min-h-14 w-full grid-cols-[minmax(0,1fr)_auto_auto] items-center gap-x-3 px-4 text-left"
        >
          <span className="min-w-0">
            <span className="block truncate text-base font-medium">{name}</span>
            <span className="block truncate text-sm text-ink-2">
              {[stateOf(shift), workWords(shift.work, roles)].filter(Boolean).join(" · ")}
            </span>
          </span>
          <span className={cx("tnum text-base", shift.status === "draft" && "shift-sample")}>
            {shortHoursText(shift)}
          </span>
          <ChevronRight aria-hidden className="size-4 text-ink-3" />
        </button>
      ))}
      {shifts.length === 0 && (
        <button
          type="button"
          aria-label={`${name}, ${dayWords(on)}, ${t("form.add")}`}
          onClick={(event) => onOpen({ kind: "new", rowId: item.id, on, trigger: event.currentTarget })}
          className="grid min-h-12 w-full grid-cols-[minmax(0,1fr)_auto_auto] items-center gap-x-3 px-4 text-left"
        >
          <span className="truncate text-base">{name}</span>
          <span className="text-sm text-ink-3">{away ? t("away") : t("noShift")}</span>
          <Plus aria-hidden className="size-4 text-ink-3" />
        </button>
      )}
    </li>
  );
}
