import { useFormatter, useTranslations } from "next-intl";
import { cx } from "@/components/ui/layout/cx";
import { EmptyState } from "@/components/ui/layout/empty-state";
import { Link } from "@/components/ui/layout/link";
import type { WallchartScreenView, WallchartView } from "@/lib/absences/wallchart/schema";
import { addDays, type Day, daysFrom, dayToDate, weekdayOf } from "@/lib/time/day";
import { type WallchartAsked, wallchartAddress } from "./wallchart-address";
import { useSpanWords } from "./words";

type DayListProps = {
  path: string;
  asked: WallchartAsked;
  view: WallchartView;
  onDay: WallchartScreenView["onDay"];
  typeNames: Record<string, string>;
};

/** The wallchart on a phone: a week of days to choose from, and who is away on the chosen one. */
export function DayList({ path, asked, view, onDay, typeNames }: DayListProps) {
  const t = useTranslations("wallchart");
  const words = useSpanWords(view, typeNames);
  const { on, away, more } = onDay;
  const off = [...new Set(view.pools.flatMap((pool) => pool.daysOff).filter((one) => one.on === on))];
  return (
    <div className="grid gap-3 md:hidden print:hidden">
      <DayStrip {...{ path, asked, view, on }} />
      <h3 className="text-lg font-semibold first-letter:uppercase">
        {words.dayWords(on)}
        {off.length > 0 && <span className="font-normal text-ink-2">{` · ${off[0]?.name}`}</span>}
      </h3>
      {away.length === 0 ? (
        <EmptyState>{t("nobodyAway")}</EmptyState>
      ) : (
        <ul aria-label={t("awayOn", { count: away.length + more })}>
          {away.map(({ id, name, away: spans }) => (
            <li key={id} className="grid gap-0.5 border-b border-line py-2.5">
              <span className="font-medium">{name}</span>
              {spans.map((span) => (
                <span key={span[0]} className="text-sm text-ink-2">
                  {words.ofAway(span)}
                </span>
              ))}
            </li>
          ))}
        </ul>
      )}
      {more > 0 && <p className="text-sm text-ink-2">{t("moreAway", { count: more })}</p>}
    </div>
  );
}

type DayStripProps = Omit<DayListProps, "onDay" | "typeNames"> & { on: Day };

function DayStrip({ path, asked, view, on }: DayStripProps) {
  const t = useTranslations("wallchart");
  const format = useFormatter();
  const monday = addDays(on, 1 - weekdayOf(on));
  const to = (value: Day) => {
    const isShown = value >= view.from && value <= view.to;
    return wallchartAddress(path, asked, { day: value, ...(!isShown && { from: value }) });
  };
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
