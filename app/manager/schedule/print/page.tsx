import type { Metadata } from "next";
import { getFormatter, getTranslations } from "next-intl/server";
import { WeekTitle } from "@/app/_shared/week/week-title";
import { scheduleHref } from "@/app/manager/schedule/schedule-address";
import { LinkButton } from "@/components/ui/forms/link-button";
import { cx } from "@/components/ui/layout/cx";
import { PrintButton } from "@/components/ui/layout/print-button";
import { requireManager } from "@/lib/auth/guards";
import { namesIn } from "@/lib/i18n/locales";
import { listPools } from "@/lib/pools/queries";
import { getPublicationState } from "@/lib/schedules/publishing/queries";
import { getScheduleWeek, type ScheduledShift } from "@/lib/schedules/week/queries";
import { workedMinutesOfShift } from "@/lib/schedules/week/rules";
import { addDays, type Day, daysFrom, dayToDate, weekdayOf } from "@/lib/time/day";
import { hoursAmountText, shortHoursText } from "@/lib/time/hours";
import { isoWeekOf } from "@/lib/time/iso-week";
import { dayIn } from "@/lib/time/zone";
import { readScheduleAddress } from "../schedule-address";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("schedule.print"))("title") };
}

/** From so many people on the rows are closer, so that forty fit on a sheet. */
const MANY_PEOPLE = 24;

export default async function PrintedSchedulePage({ searchParams }: PageProps<"/manager/schedule/print">) {
  const ctx = await requireManager();
  const t = await getTranslations("schedule");
  const format = await getFormatter();
  const address = readScheduleAddress(await searchParams);
  const pools = await listPools(ctx);
  const pool = pools.find(({ id }) => id === address.poolId) ?? pools[0];
  if (!pool) return null;
  const week = address.week ?? isoWeekOf(dayIn(pool.timeZone, ctx.now));
  const [schedule, publication] = await Promise.all([
    getScheduleWeek(ctx, { poolId: pool.id, week }),
    getPublicationState(ctx, pool.id, week),
  ]);
  const published = schedule.shifts.filter(({ status }) => status === "published");
  const roleNames = namesIn(ctx.actor.locale, schedule.roles);
  const busy = new Set(published.map(({ on }) => on));
  const days = daysFrom(schedule.monday, addDays(schedule.monday, 6)).filter(
    (on) => weekdayOf(on) <= 5 || busy.has(on),
  );
  const people = schedule.people.filter(({ id }) => published.some(({ assistantId }) => assistantId === id));
  return (
    <div className="page-wide px-4 py-3 print:p-0">
      <header className="flex flex-wrap items-baseline gap-x-3 gap-y-1 pb-2">
        <WeekTitle week={week} lastDay={days.at(-1) ?? schedule.monday} />
        <span className="text-sm">{pool.name}</span>
        <span className="ml-auto flex gap-2 print:hidden">
          <LinkButton href={scheduleHref({ week, poolId: pool.id })} variant="ghost">
            {t("print.back")}
          </LinkButton>
          <PrintButton />
        </span>
      </header>
      {people.length === 0 ? (
        <p className="text-base text-ink-2">{t("strip.neverPublished")}</p>
      ) : (
        <table
          className={cx(
            "w-full table-fixed border-collapse text-left",
            people.length > MANY_PEOPLE ? "text-[9px] leading-[11px]" : "text-[11px] leading-[14px]",
          )}
        >
          <thead>
            <tr className="border-b border-line-2">
              <th scope="col" className="w-40 py-1 pr-2 font-semibold">
                {t("people")}
              </th>
              {days.map((on) => (
                <th key={on} scope="col" className="px-1.5 py-1 font-semibold first-letter:uppercase">
                  {format.dateTime(dayToDate(on), { weekday: "short", day: "numeric", timeZone: "UTC" })}
                </th>
              ))}
              <th scope="col" className="w-14 py-1 text-right font-semibold">
                {t("print.hours")}
              </th>
            </tr>
          </thead>
          <tbody>
            {people.map(({ id, name }) => (
              <tr key={id} className="border-b border-hair">
                <th scope="row" className="truncate py-0.5 pr-2 font-medium">
                  {name}
                </th>
                {days.map((on) => (
                  <td key={on} className="border-l border-hair px-1.5 py-0.5 align-top">
                    {cellOf(published, id, on, roleNames, t("print.away"))}
                  </td>
                ))}
                <td className="tnum py-0.5 text-right">{hoursAmountText(minutesOf(published, id))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {publication && (
        <p className="pt-2 text-[11px]">
          {t("strip.published", { moment: format.dateTime(publication.at, "moment") })} ·{" "}
          {t("print.draftsLeftOut")}
        </p>
      )}
    </div>
  );
}

type Names = Readonly<Record<string, string>>;

function cellOf(shifts: readonly ScheduledShift[], id: string, on: Day, names: Names, away: string) {
  return shifts
    .filter((shift) => shift.assistantId === id && shift.on === on)
    .map((shift) => {
      const isOff = workedMinutesOfShift(shift, shift.calledOff) === 0;
      const off = shift.calledOff.map((hours) => `${away} ${shortHoursText(hours)}`);
      return (
        <span key={shift.id} className="block">
          <b className={cx("tnum font-semibold", isOff && "line-through")}>{shortHoursText(shift)}</b>{" "}
          {isOff ? away : [...workOf(shift, names), ...off].join(", ")}
        </span>
      );
    });
}

/** The roles of a shift; where they are several, when each but the first is. */
function workOf({ work }: ScheduledShift, names: Names): string[] {
  const [first] = work;
  const others = work.filter(({ roleId }) => roleId !== first?.roleId);
  return [
    names[first?.roleId ?? ""] ?? "",
    ...others.map((piece) => `${names[piece.roleId]} ${shortHoursText(piece)}`),
  ];
}

function minutesOf(shifts: readonly ScheduledShift[], id: string): number {
  return shifts
    .filter(({ assistantId }) => assistantId === id)
    .reduce((sum, shift) => sum + workedMinutesOfShift(shift, shift.calledOff), 0);
}
