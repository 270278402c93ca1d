import { useTranslations } from "next-intl";
import { DayText } from "@/components/ui/layout/day-text";
import type { WeekdayHours } from "@/lib/time/half-day";
import { WeekTable } from "./week-table";

/** The weeks that will replace the one in force, each with its first day. */
export function UpcomingWeeks({ weeks }: { weeks: readonly { from: string; hours: WeekdayHours[] }[] }) {
  const t = useTranslations("people");
  return weeks.map(({ from, hours }) => (
    <div key={from} className="grid gap-1">
      <h3 className="text-sm font-medium">{t.rich("weekFrom", { day: () => <DayText day={from} /> })}</h3>
      <WeekTable hours={hours} />
    </div>
  ));
}
