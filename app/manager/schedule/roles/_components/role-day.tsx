import { useFormatter, useTranslations } from "next-intl";
import { DAY_END, DAY_START, type GridRole, placeOf } from "@/app/manager/schedule/schedule-data";
import { Link } from "@/components/ui/layout/link";
import type { ScheduledShift, ScheduleWeek } from "@/lib/schedules/week/queries";
import { type DemandPiece, missingIn } from "@/lib/schedules/week/rules-demand";
import { type Day, dayToDate } from "@/lib/time/day";
import { RolePeople } from "./role-people";
import { RoleStack } from "./role-stack";

type RoleDayProps = {
  schedule: ScheduleWeek;
  roles: readonly GridRole[];
  on: Day;
  open: DemandPiece | undefined;
  hrefOf: (hole: DemandPiece) => string;
};

const HOURS = Array.from({ length: (DAY_END - DAY_START) / 120 + 1 }, (_, i) => DAY_START / 60 + 2 * i);

/** A day by roles: how many are needed and there hour by hour, published, drafted and missing apart, and who they are. */
export function RoleDay({ schedule, roles, on, open, hrefOf }: RoleDayProps) {
  const t = useTranslations("schedule.roles");
  const format = useFormatter();
  const ofDay = schedule.pieces.filter((piece) => piece.on === on);
  const asked = new Set(ofDay.filter(({ needed }) => needed > 0).map(({ roleId }) => roleId));
  const shown = roles.filter(
    ({ id, isWithExecutives }) =>
      asked.has(id) || (!isWithExecutives && ofDay.some(({ roleId }) => roleId === id)),
  );
  const others = roles.filter(({ id, isWithExecutives }) => isWithExecutives && !asked.has(id));
  const shifts = plannedOn(schedule.shifts, on);
  return (
    <section aria-labelledby="role-day" className="px-4 pb-6 md:px-5">
      <div className="flex flex-wrap items-center gap-x-5 gap-y-1 py-3">
        <h2 id="role-day" className="mr-auto text-base font-semibold first-letter:uppercase">
          {format.dateTime(dayToDate(on), {
            weekday: "long",
            day: "numeric",
            month: "long",
            timeZone: "UTC",
          })}
        </h2>
        {(["published", "draft", "missing"] as const).map((kind) => (
          <span key={kind} className="flex items-center gap-1.5 text-xs text-ink-2">
            <span aria-hidden className={`role-block role-${kind} inline-block h-3 w-4`} />
            {t(kind)}
          </span>
        ))}
      </div>
      <div aria-hidden className="role-line text-xs text-ink-3">
        <span />
        <span className="relative h-5">
          {HOURS.map((hour) => (
            <span
              key={hour}
              className="tnum absolute -translate-x-1/2 first:translate-x-0 last:-translate-x-full"
              style={{ left: `${placeOf({ startMinute: hour * 60, endMinute: hour * 60 }).left}%` }}
            >
              {hour}
            </span>
          ))}
        </span>
      </div>
      {shown.map((role) => {
        const pieces = ofDay.filter(({ roleId }) => roleId === role.id);
        return (
          <div key={role.id} className="border-t border-line py-3">
            <RoleStack
              {...{ role, pieces, open, hrefOf }}
              holes={pieces.filter((one) => missingIn(one) > 0)}
            />
            <RolePeople role={role} shifts={shifts} people={schedule.people} />
          </div>
        );
      })}
      {others.map(({ id, name, letter }) => (
        <p key={id} className="role-line items-center border-t border-line py-3 text-sm">
          <span className="flex items-center gap-2 font-medium">
            <span aria-hidden className="schedule-letter">
              {letter}
            </span>
            {name}
          </span>
          <span className="text-ink-2">
            {t("support", {
              count: new Set(
                shifts
                  .filter(({ work }) => work.some(({ roleId }) => roleId === id))
                  .map(({ assistantId }) => assistantId),
              ).size,
            })}{" "}
            <Link href="/manager/coverage" className="text-accent-text underline">
              {t("coverage")}
            </Link>
          </span>
        </p>
      ))}
    </section>
  );
}

/** The shifts of a day once all is published, of people. */
function plannedOn(shifts: readonly ScheduledShift[], on: Day): ScheduledShift[] {
  const superseded = new Set(shifts.flatMap(({ supersedesId }) => supersedesId ?? []));
  return shifts.filter(
    (shift) => shift.on === on && shift.assistantId !== null && !shift.isRemoval && !superseded.has(shift.id),
  );
}
