import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { cx } from "@/components/ui/layout/cx";
import { EmptyState } from "@/components/ui/layout/empty-state";
import type { WallchartView } from "@/lib/absences/wallchart/schema";
import { addDays, type Day, day, daysBetween, daysFrom, dayToDate, isDay, weekdayOf } from "@/lib/time/day";
import { monthOf } from "@/lib/time/month";
import { type WallchartAsked, wallchartAddress } from "./wallchart-address";
import { useSpanWords } from "./words";

type DayListProps = {
  path: string;
  asked: WallchartAsked;
  view: WallchartView;
  typeNames: Record<string, string>;
};

const MOST_SHOWN = 40;

/** The wallchart on a phone: a week of days to choose from, and who is away on the chosen one. */
export function DayList({ path, asked, view, typeNames }: DayListProps) {
  const t = useTranslations("wallchart");
  const words = useSpanWords(view, typeNames);
  const on = chosenDay(view, asked.day);
  const offset = daysBetween(day(view.from), on);
  const away = view.people.flatMap((person) => {
    const spans = person.away.filter(
      ([first, last]) => Math.floor(first / 2) <= offset && offset <= Math.floor(last / 2),
    );
    return spans.length > 0 ? [{ person, spans }] : [];
  });
  const off = [...new Set(view.pools.flatMap((pool) => pool.daysOff).filter((one) => one.on === on))];
  return (
    <div className="grid gap-3 md:hidden print:hidden">
      <DayStrip {...{ path, asked, on }} />
      <h3 className="text-lg font-semibold first-letter:uppercase">
        {words.dayWords(on)}
        {off.length > 0 && <span className="font-normal text-ink-2">{` · ${off[0]?.name}`}</span>}
      </h3>
      {away.length === 0 ? (
        <EmptyState>{t("nobodyAway")}</EmptyState>
      ) : (
        <ul aria-label={t("awayOn", { count: away.length })}>
          {away.slice(0, MOST_SHOWN).map(({ person, spans }) => (
            <li key={person.id} className="grid gap-0.5 border-b border-line py-2.5">
              <span className="font-medium">{person.name}</span>
              {spans.map((span) => (
                <span key={span[0]} className="text-sm text-ink-2">
                  {words.ofAway(span)}
                </span>
              ))}
            </li>
          ))}
        </ul>
      )}
      {away.length > MOST_SHOWN && (
        <p className="text-sm text-ink-2">{t("moreAway", { count: away.length - MOST_SHOWN })}</p>
      )}
    </div>
  );
}

function chosenDay(view: WallchartView, asked: string | undefined): Day {
  const today = view.pools[0]?.today ?? view.from;
  const wanted = [asked, today, view.from].find(
    (one) => one !== undefined && isDay(one) && one >= view.from && one <= view.to,
  );
  return day(wanted ?? view.from);
}

function DayStrip({ path, asked, on }: { path: string; asked: WallchartAsked; on: Day }) {
  const t = useTranslations("wallchart");
  const format = useFormatter();
  const monday = addDays(on, 1 - weekdayOf(on));
  const to = (value: Day) =>
    wallchartAddress(path, asked, { day: value, ...(!asked.year && { month: monthOf(value) }) });
  return (
    <nav aria-label={t("days")} className="grid grid-cols-[auto_1fr_auto] items-center gap-1">
      <Step href={to(addDays(monday, -7))} label={t("previousWeek")} mark="‹" />
      <div className="grid grid-flow-col auto-cols-fr gap-1">
        {daysFrom(monday, addDays(monday, 6)).map((value) => (
          <Link
            key={value}
            href={to(value)}
            aria-current={value === on ? "date" : undefined}
            className={cx(
              "grid h-14 min-w-0 content-center justify-items-center rounded-lg text-ink-2",
              value === on && "bg-accent text-accent-ink",
            )}
          >
            <span className="text-xs">
              {format.dateTime(dayToDate(value), { weekday: "narrow", timeZone: "UTC" })}
            </span>
            <span className="tnum font-semibold">{Number(value.slice(8))}</span>
          </Link>
        ))}
      </div>
      <Step href={to(addDays(monday, 7))} label={t("nextWeek")} mark="›" />
    </nav>
  );
}

function Step({ href, label, mark }: { href: string; label: string; mark: string }) {
  return (
    <Link
      href={href}
      aria-label={label}
      className="grid h-14 w-11 place-items-center rounded-lg text-xl text-ink-2"
    >
      <span aria-hidden>{mark}</span>
    </Link>
  );
}
