"use client";
import { TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ShownDay } from "@/app/_shared/week/week-day-head";
import { holesOf, placeOf } from "@/app/manager/schedule/schedule-data";
import { useDayWords } from "@/components/time/use-day-words";
import { cx } from "@/components/ui/layout/cx";
import { type DemandPiece, missingIn } from "@/lib/schedules/week/rules-demand";
import { shortHoursText } from "@/lib/time/hours";
import { useSchedule } from "../schedule-context";

const AXIS = [8, 12, 16, 20];
const NARROW_PERCENT = 12;

type RoleStripsProps = {
  days: readonly ShownDay[];
  pieces: readonly DemandPiece[];
  onHole: (piece: DemandPiece) => void;
};

/** What roles away from executives need and have, hour by hour; holes with the number that is missing. */
export function RoleStrips({ days, pieces, onHole }: RoleStripsProps) {
  const t = useTranslations("schedule");
  const { roles } = useSchedule();
  const asked = new Set(pieces.filter(({ needed }) => needed > 0).map(({ roleId }) => roleId));
  const shown = [...roles.values()].filter(
    ({ id, isWithExecutives }) =>
      asked.has(id) || (!isWithExecutives && pieces.some((piece) => piece.roleId === id)),
  );
  if (shown.length === 0) return null;
  return (
    <div className="schedule-strips">
      <div className="schedule-axis">
        <span className="truncate pl-4 text-xs">{t("neededAndThere")}</span>
        {days.map((day) => (
          <span key={day.on} aria-hidden className="relative">
            {AXIS.map((hour) => (
              <span
                key={hour}
                style={{ left: `${placeOf({ startMinute: hour * 60, endMinute: hour * 60 }).left}%` }}
              >
                {hour}
              </span>
            ))}
          </span>
        ))}
      </div>
      {shown.map((role) => {
        const own = pieces.filter(({ roleId }) => roleId === role.id);
        const holes = holesOf(own);
        const [first] = holes;
        return (
          <div key={role.id} className="schedule-strip">
            <div className="flex min-w-0 items-center gap-2 pr-3 pl-4">
              <span aria-hidden className="schedule-letter">
                {role.letter}
              </span>
              <span className="min-w-0 flex-1 truncate text-sm font-medium">{role.name}</span>
              {first && (
                <button type="button" onClick={() => onHole(first)} className="schedule-hole-count">
                  <TriangleAlert aria-hidden className="size-3" strokeWidth={2.25} />
                  {t("holes", { count: holes.length })}
                </button>
              )}
            </div>
            {days.map((day) => (
              <div
                key={day.on}
                className={cx(
                  "schedule-cell",
                  day.isPast && "schedule-cell-past",
                  day.isToday && "schedule-cell-today",
                )}
              >
                {own
                  .filter(({ on }) => on === day.on)
                  .map((piece) => (
                    <Piece key={piece.startMinute} piece={piece} name={role.name} />
                  ))}
              </div>
            ))}
          </div>
        );
      })}
    </div>
  );
}

function Piece({ piece, name }: { piece: DemandPiece; name: string }) {
  const t = useTranslations("schedule");
  const dayWords = useDayWords();
  const missing = missingIn(piece);
  const place = placeOf(piece);
  const isDraft = missing === 0 && piece.published < Math.min(piece.needed, piece.there);
  const said = t("piece", {
    role: name,
    day: dayWords(piece.on),
    hours: shortHoursText(piece),
    needed: piece.needed,
    there: piece.there,
  });
  if (piece.needed === 0 && piece.there === 0) return null;
  return (
    <span
      role="img"
      aria-label={said}
      title={said}
      className={cx("demand", missing > 0 && "demand-hole", isDraft && "demand-draft")}
      style={{ left: `${place.left}%`, width: `${place.width}%` }}
    >
      <span aria-hidden className={cx(place.width < NARROW_PERCENT && missing > 0 && "demand-beside")}>
        {missing > 0 ? `−${missing}` : place.width < 4.5 ? "" : piece.there}
      </span>
    </span>
  );
}
