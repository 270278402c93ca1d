import { useTranslations } from "next-intl";
import { type GridRole, placeOf } from "@/app/manager/schedule/schedule-data";
import { cx } from "@/components/ui/layout/cx";
import type { ScheduledShift, ScheduleWeek } from "@/lib/schedules/week/queries";
import { hoursAtWork, workWithin } from "@/lib/schedules/week/rules";
import { type Hours, sharedHours, shortHoursText, withoutHours } from "@/lib/time/hours";

type RolePeopleProps = {
  role: GridRole;
  shifts: readonly ScheduledShift[];
  people: ScheduleWeek["people"];
};

/** Who works in a role that day: each person's stretches, with the breaks between them. */
export function RolePeople({ role, shifts, people }: RolePeopleProps) {
  const t = useTranslations("schedule.shift");
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const rows = shifts
    .map((shift) => ({ shift, stretches: stretchesOf(shift, role.id) }))
    .filter(({ stretches }) => stretches.length > 0)
    .sort((a, b) => a.shift.startMinute - b.shift.startMinute);
  if (rows.length === 0) return null;
  return (
    <ul>
      {rows.map(({ shift, stretches }) => {
        const isDraft = shift.status === "draft";
        const pause = breakIn(shift, role.id);
        return (
          <li key={shift.id} className="role-line items-center text-xs">
            <span className="truncate text-sm text-ink-2">
              {names.get(shift.assistantId ?? "")}
              {isDraft && ` · ${t("draft")}`}
            </span>
            <span className="role-scale h-8">
              {pause && <span aria-hidden className="role-break" style={styleOf(pause)} />}
              {stretches.map((hours) => (
                <span
                  key={hours.startMinute}
                  className={cx("role-stretch tnum", isDraft && "role-draft")}
                  style={styleOf(hours)}
                >
                  <span className="role-words">{shortHoursText(hours)}</span>
                </span>
              ))}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

function styleOf(hours: Hours) {
  const place = placeOf(hours);
  return { left: `${place.left}%`, width: `${place.width}%` };
}

function stretchesOf(shift: ScheduledShift, roleId: string): Hours[] {
  return hoursAtWork(shift)
    .flatMap((hours) =>
      shift.calledOff.reduce<Hours[]>((rest, cut) => rest.flatMap((one) => withoutHours(one, cut)), [hours]),
    )
    .flatMap((hours) => workWithin(shift.work, hours))
    .filter((piece) => piece.roleId === roleId);
}

function breakIn({ breakMinutes, breakStartMinute, work }: ScheduledShift, roleId: string): Hours | null {
  if (breakMinutes === 0) return null;
  const pause = { startMinute: breakStartMinute, endMinute: breakStartMinute + breakMinutes };
  return work.some((piece) => piece.roleId === roleId && sharedHours(piece, pause)) ? pause : null;
}
