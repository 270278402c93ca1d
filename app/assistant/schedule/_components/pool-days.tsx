import { useFormatter, useTranslations } from "next-intl";
import { cx } from "@/components/ui/layout/cx";
import type { listPoolShifts } from "@/lib/schedules/week/queries-own";
import { type Day, dayToDate } from "@/lib/time/day";
import { shortHoursText } from "@/lib/time/hours";

type PoolShift = Awaited<ReturnType<typeof listPoolShifts>>[number];
type PoolDaysProps = { days: readonly Day[]; shifts: readonly PoolShift[]; today: Day; ownId: string };

/** The published shifts of a week, day by day: hours, who, in which role; a colleague who is away is away, and no more is said. */
export function PoolDays({ days, shifts, today, ownId }: PoolDaysProps) {
  const t = useTranslations("schedule.poolWeek");
  const format = useFormatter();
  return (
    <div className="grid md:grid-cols-[repeat(auto-fit,minmax(15rem,1fr))]">
      {days.map((on) => {
        const ofDay = shifts.filter((shift) => shift.on === on);
        return (
          <section
            key={on}
            aria-labelledby={`day-${on}`}
            aria-current={on === today ? "date" : undefined}
            className={cx("md:border-r md:border-hair", on === today && "md:bg-today")}
          >
            <h2
              id={`day-${on}`}
              className={cx(
                "border-b border-line px-4 pt-4 pb-1 text-sm font-semibold first-letter:uppercase md:pt-2",
                on === today && "text-accent-text",
              )}
            >
              {format.dateTime(dayToDate(on), {
                weekday: "long",
                day: "numeric",
                month: "short",
                timeZone: "UTC",
              })}
            </h2>
            {ofDay.length === 0 && <p className="px-4 py-2 text-sm text-ink-3">{t("nobody")}</p>}
            <ul>
              {ofDay.map((shift) => (
                <ShiftRow key={shift.id} shift={shift} isOwn={shift.assistantId === ownId} />
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}

function ShiftRow({ shift, isOwn }: { shift: PoolShift; isOwn: boolean }) {
  const t = useTranslations("schedule.poolWeek");
  const others = shift.work.filter(({ isWithExecutives }) => !isWithExecutives);
  const main = shift.work.find(({ isWithExecutives }) => isWithExecutives);
  const roles = [...(main ? [main.role] : []), ...others.map((piece) => roleWords(piece, shift))];
  return (
    <li
      className={cx(
        "grid min-h-11 grid-cols-[6.5rem_minmax(0,1fr)] items-center gap-x-3 border-b border-hair px-4 py-1.5 text-sm",
        isOwn && "bg-accent-soft",
      )}
    >
      <span className={cx("tnum font-medium", shift.isAway && "text-ink-3 line-through")}>
        {shortHoursText(shift)}
      </span>
      <span className="min-w-0">
        <span className={cx("block truncate", isOwn && "font-semibold")}>
          {shift.name}
          {isOwn && <span className="font-normal text-ink-2"> · {t("you")}</span>}
        </span>
        <span className="block truncate text-xs text-ink-2">
          {shift.isAway ? t("away") : roles.join(", ")}
        </span>
      </span>
    </li>
  );
}

type Piece = PoolShift["work"][number];

function roleWords(piece: Piece, { startMinute, endMinute }: PoolShift): string {
  const isWhole = piece.startMinute === startMinute && piece.endMinute === endMinute;
  return isWhole ? piece.role : `${piece.role} ${shortHoursText(piece)}`;
}
