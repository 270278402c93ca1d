import { useFormatter, useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/forms/link-button";
import type { PoolView } from "@/lib/pools/schema";
import { type Day, dayToDate } from "@/lib/time/day";

type HolidaysProps = {
  pool: PoolView;
  year: number;
  days: ReadonlyMap<Day, string>;
  addressOf: (year: number) => string;
};

/** A year's days off in a pool's region, and which kinds of holiday count. */
export function Holidays({ pool, year, days, addressOf }: HolidaysProps) {
  const t = useTranslations("absences.holidays");
  const kinds = useTranslations("people.pools.holidayType");
  const format = useFormatter();
  const counted = pool.holidayTypes.map((type) =>
    kinds.has(type as "public") ? kinds(type as "public") : type,
  );
  return (
    <div className="grid gap-3">
      <p className="text-base text-ink-2">{t("types", { types: format.list(counted) })}</p>
      {days.size === 0 && <p className="text-base text-ink-2">{t("none", { year: String(year) })}</p>}
      <ul className="grid gap-x-6 sm:grid-cols-2">
        {[...days].map(([on, name]) => (
          <li key={on} className="flex gap-3 border-b border-line py-1 text-sm">
            <span className="tnum w-24 shrink-0 text-ink-2">
              {format.dateTime(dayToDate(on), {
                weekday: "short",
                day: "numeric",
                month: "short",
                timeZone: "UTC",
              })}
            </span>
            <span>{name}</span>
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-2">
        <LinkButton href={addressOf(year - 1)}>{t("previous")}</LinkButton>
        <LinkButton href={addressOf(year + 1)}>{t("next")}</LinkButton>
        <LinkButton href={`/manager/pools/${pool.id}`}>{t("edit")}</LinkButton>
      </div>
    </div>
  );
}
