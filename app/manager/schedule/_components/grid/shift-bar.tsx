"use client";
import { Lock, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { memo } from "react";
import type { ShownDay } from "@/app/_shared/week/week-day-head";
import { type GridShift, placeOf } from "@/app/manager/schedule/schedule-data";
import { useDayWords } from "@/components/time/use-day-words";
import { cx } from "@/components/ui/layout/cx";
import { type Hours, shortHoursText } from "@/lib/time/hours";
import { useSchedule } from "../schedule-context";
import { useFindingWords } from "../use-finding-words";
import {
  hoursBefore,
  isWhollyOff,
  mainRole,
  otherPieces,
  otherWorkWords,
  shortWorkWords,
  useShiftWords,
} from "../use-shift-words";

type ShiftBarProps = {
  shift: GridShift;
  day: ShownDay;
  isActive: boolean;
  isOpen: boolean;
  isMoving: boolean;
};

/** From here on there is room for the role's name. */
const WIDE_MINUTES = 6.5 * 60;
const LEAST_PERCENT = 6;

/** One shift, to scale: hours, what is done, and how it stands. Keys and presses are the grid's. */
export const ShiftBar = memo(function ShiftBar({ shift, day, isActive, isOpen, isMoving }: ShiftBarProps) {
  const { roles, people, findingsOf } = useSchedule();
  const t = useTranslations("schedule.panel");
  const words = useShiftWords(roles);
  const findingWords = useFindingWords(roles);
  const dayWords = useDayWords();
  const role = mainRole(shift, roles);
  const isDraft = shift.status === "draft";
  const isProposed = shift.proposed !== undefined;
  const isOff = isWhollyOff(shift);
  const isShort = shift.endMinute - shift.startMinute < WIDE_MINUTES;
  const found = findingsOf(shift.id).filter(({ kind, reason }) => kind !== "note" && !reason);
  const place = placeOf(shift);
  const label = [
    words.labelOf(shift, people.get(shift.assistantId ?? "")?.name ?? "", dayWords(shift.on)),
    ...(shift.isLocked ? [t("lockedHint")] : []),
    ...found.map(findingWords.sentence),
  ].join(". ");
  const state = words.stateOf(shift);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a cell of a grid whose rows are drawn as they come in sight
    <button
      type="button"
      role="gridcell"
      data-stop={shift.id}
      data-shift={shift.id}
      draggable={!shift.isRemoval && !isProposed}
      tabIndex={isActive ? 0 : -1}
      aria-haspopup="dialog"
      aria-expanded={isOpen}
      aria-label={label}
      className={cx(
        "shift",
        !role?.isWithExecutives && "shift-away",
        day.isPast && "shift-past",
        isDraft && !isProposed && "shift-draft",
        isProposed && "shift-proposed",
        shift.isRemoval && "shift-removal",
        isOff && "shift-off",
        isOpen && "shift-open",
        isMoving && "shift-moving",
      )}
      style={{ left: `${place.left}%`, width: `${Math.max(LEAST_PERCENT, place.width)}%` }}
    >
      <span className="shift-line">
        {found.length > 0 && <TriangleAlert aria-hidden className="size-3" />}
        {shift.isLocked && <Lock aria-hidden className="size-3" />}
        {isOff || shift.isRemoval ? <s>{shortHoursText(shift)}</s> : <b>{shortHoursText(shift)}</b>}
      </span>
      <span className="shift-line shift-full">{lineOf({ state, isShort, shift, roles })}</span>
      <span className="shift-line shift-brief">
        {lineOf({ state, isShort, isBrief: true, shift, roles })}
      </span>
      {otherPieces(shift).map((piece) => (
        <Mark key={piece.startMinute} hours={piece} of={shift} />
      ))}
      {!isOff && shift.calledOff.map((off) => <Mark key={off.startMinute} hours={off} of={shift} isOff />)}
    </button>
  );
});

type LineOf = {
  state: string | null;
  isShort: boolean;
  /** Where a day is narrow, other roles stand alone. */
  isBrief?: boolean;
  shift: GridShift;
  roles: Parameters<typeof shortWorkWords>[1];
};

function lineOf({ state, isShort, isBrief = false, shift, roles }: LineOf): string {
  if (!state) return (isBrief ? otherWorkWords : shortWorkWords)(shift.work, roles, isShort);
  if (shift.status !== "draft" || shift.isRemoval || hoursBefore(shift)) return state;
  return `${state}, ${otherWorkWords(shift.work, roles, isShort)}`;
}

function Mark({ hours, of, isOff = false }: { hours: Hours; of: Hours; isOff?: boolean }) {
  const length = of.endMinute - of.startMinute;
  const left = (100 * (hours.startMinute - of.startMinute)) / length;
  const width = (100 * (hours.endMinute - hours.startMinute)) / length;
  return (
    <span
      aria-hidden
      className={cx("shift-mark", isOff && "shift-mark-off")}
      style={{ left: `${left}%`, width: `${width}%` }}
    />
  );
}
