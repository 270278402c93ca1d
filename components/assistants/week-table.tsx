import { useLocale, useTranslations } from "next-intl";
import { capitalised, weekdayName } from "@/lib/assistants/rules-names";
import { localeOf } from "@/lib/i18n/locales";
import type { WeekdayHours } from "@/lib/time/half-day";
import { clockText } from "@/lib/time/hours";

/** The hours of a week, a line for each day that has some. */
export function WeekTable({ hours }: { hours: readonly WeekdayHours[] }) {
  const locale = localeOf(useLocale());
  const t = useTranslations("people.fields");
  if (hours.length === 0) return <p className="text-ink-2">–</p>;
  return (
    <dl className="tnum grid w-fit grid-cols-[auto_auto] gap-x-6 gap-y-0.5 text-base">
      {hours.map(({ weekday, startsAtMinute, endsAtMinute, place }) => (
        <div key={weekday} className="contents">
          <dt className="text-ink-2">{capitalised(weekdayName(weekday, locale))}</dt>
          <dd>
            {clockText(startsAtMinute)}–{clockText(endsAtMinute)}
            {place === "remote" && <span className="text-ink-2"> · {t("remote")}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
