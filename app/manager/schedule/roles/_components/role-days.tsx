import { ChevronRight, TriangleAlert } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import type { ShownDay } from "@/app/_shared/week/week-day-head";
import { Link } from "@/components/ui/layout/link";
import { Tabs } from "@/components/ui/layout/tabs";
import { type DemandPiece, missingIn } from "@/lib/schedules/week/rules-demand";
import { type Day, dayToDate } from "@/lib/time/day";
import { hoursText } from "@/lib/time/hours";

type DaySwitchProps = {
  days: readonly ShownDay[];
  on: Day;
  holes: readonly DemandPiece[];
  hrefOf: (on: Day) => string;
};

/** The days of the week, each with how many holes it has. */
export function DaySwitch({ days, on, holes, hrefOf }: DaySwitchProps) {
  const t = useTranslations("schedule");
  const format = useFormatter();
  return (
    <Tabs
      label={t("days")}
      appearance="segmented"
      className="max-md:order-last max-md:w-full! max-md:flex-nowrap!"
      tabs={days.map((day) => {
        const count = holes.filter((hole) => hole.on === day.on).length;
        return {
          href: hrefOf(day.on),
          isCurrent: day.on === on,
          label: (
            <span className="flex items-center gap-1 max-md:flex-1">
              {format.dateTime(dayToDate(day.on), { weekday: "short", timeZone: "UTC" })}
              {count > 0 && (
                <span className="tnum text-xs font-semibold text-gap-ink">
                  <span aria-hidden>{count}</span>
                  <span className="sr-only">{t("holes", { count })}</span>
                </span>
              )}
            </span>
          ),
        };
      })}
    />
  );
}

type HoleListProps = {
  holes: readonly DemandPiece[];
  names: Readonly<Record<string, string>>;
  hrefOf: (hole: DemandPiece) => string;
};

/** On a phone, the holes of the day before all else; each leads to who could fill it. */
export function HoleList({ holes, names, hrefOf }: HoleListProps) {
  const t = useTranslations("schedule");
  if (holes.length === 0) return null;
  return (
    <ul aria-label={t("holesTitle")} className="md:hidden">
      {holes.map((hole) => (
        <li key={`${hole.roleId}${hole.startMinute}`}>
          <Link
            href={hrefOf(hole)}
            className="flex min-h-14 items-center gap-2.5 border-b border-hair px-4 text-gap-ink"
          >
            <TriangleAlert aria-hidden className="size-4 shrink-0 text-gap-bar" />
            <span className="font-semibold">{names[hole.roleId]}</span>
            <span className="tnum">{hoursText(hole)}</span>
            <span className="ml-auto text-sm">{t("missing", { count: missingIn(hole) })}</span>
            <ChevronRight aria-hidden className="size-4 text-ink-3" />
          </Link>
        </li>
      ))}
    </ul>
  );
}
