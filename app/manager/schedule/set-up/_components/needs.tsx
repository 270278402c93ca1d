"use client";
import { useTranslations } from "next-intl";
import { AddForm } from "@/app/_shared/forms/add-form";
import { RemoveForm } from "@/app/_shared/forms/remove-form";
import { useDayWords, useWeekdayWords } from "@/components/time/use-day-words";
import { TimeField } from "@/components/ui/dates/time-field";
import { CheckboxGroup } from "@/components/ui/forms/checkbox";
import { Select } from "@/components/ui/forms/select";
import { NumberField } from "@/components/ui/forms/text-field";
import { groupedBy } from "@/lib/groups";
import type { DemandView } from "@/lib/schedules/setup/schema";
import type { Day } from "@/lib/time/day";
import { hoursText } from "@/lib/time/hours";
import { deleteNeed, makeNeed } from "../actions";

type Option = { value: string; label: string };
type NeedsProps = {
  poolId: string;
  demand: readonly DemandView[];
  names: Readonly<Record<string, string>>;
  roles: Option[];
};

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7];
const WORKING_DAYS = ["1", "2", "3", "4", "5"];

/** How many people the roles of a pool need, and when. */
export function Needs({ poolId, demand, names, roles }: NeedsProps) {
  const t = useTranslations("schedule.setup.needs");
  const weekdayWords = useWeekdayWords();
  const dayWords = useDayWords();
  const when = ({ weekday, on, ...hours }: DemandView) =>
    t("line", {
      weekday: weekday ? weekdayWords(weekday, "short") : t("on", { day: dayWords(on as Day) }),
      hours: hoursText(hours),
    });
  return (
    <div className="grid gap-3">
      <p className="text-base text-ink-2">{demand.length === 0 ? t("none") : t("hint")}</p>
      {[...groupedBy(demand, ({ roleId }) => roleId)].map(([roleId, own]) => (
        <section key={roleId} aria-label={names[roleId]}>
          <h3 className="text-sm font-semibold">{names[roleId]}</h3>
          <ul>
            {own.map((need) => (
              <li key={need.id} className="flex items-center gap-x-4 border-b border-hair">
                <span className="tnum min-w-0 flex-1 first-letter:uppercase">{when(need)}</span>
                <span className="text-sm text-ink-2">{t("headcount", { count: need.headcount })}</span>
                <RemoveForm
                  action={deleteNeed}
                  id={need.id}
                  label={t("remove")}
                  labelOf={t("removeOf", { what: `${names[roleId]} ${when(need)}` })}
                  done={t("removed")}
                />
              </li>
            ))}
          </ul>
        </section>
      ))}
      {roles.length > 0 && (
        <AddForm
          action={makeNeed}
          values={{ headcount: "1", startMinute: "08:00", endMinute: "17:00" }}
          label={t("add")}
          done={t("added")}
        >
          <input type="hidden" name="poolId" value={poolId} />
          <Select name="roleId" label={t("role")} options={roles} isRequired />
          <CheckboxGroup
            name="weekdays[]"
            label={t("weekdays")}
            columns={3}
            defaultValue={WORKING_DAYS}
            options={WEEKDAYS.map((weekday) => ({
              value: String(weekday),
              label: weekdayWords(weekday, "long"),
            }))}
          />
          <div className="grid grid-cols-3 gap-3">
            <TimeField name="startMinute" label={t("from")} isRequired />
            <TimeField name="endMinute" label={t("to")} isRequired />
            <NumberField name="headcount" label={t("count")} min={0} max={1000} isRequired />
          </div>
        </AddForm>
      )}
    </div>
  );
}
