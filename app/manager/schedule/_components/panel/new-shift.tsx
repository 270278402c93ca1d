"use client";
import { useTranslations } from "next-intl";
import { OPEN_ROW } from "@/app/manager/schedule/schedule-data";
import type { Day } from "@/lib/time/day";
import { shortHoursText } from "@/lib/time/hours";
import { useSchedule } from "../schedule-context";
import { ShiftForm, type ShiftValues } from "./shift-form";

type NewShiftProps = { rowId: string; on: Day; close: () => void };

const USUAL = { startMinute: 8 * 60, endMinute: 17 * 60 };

/** A new shift of a person's day: typed, from a template, or chosen. */
export function NewShift({ rowId, on, close }: NewShiftProps) {
  const t = useTranslations("schedule.form");
  const { roles, templates, acts } = useSchedule();
  const [first] = [...roles.values()].sort((a, b) => Number(b.isWithExecutives) - Number(a.isWithExecutives));
  const assistantId = rowId === OPEN_ROW ? null : rowId;
  const values = { assistantId, on, ...USUAL, roleId: first?.id ?? "" };

  function save({ assistantId: to, ...shift }: ShiftValues) {
    acts.add({ ...shift, assistantId: to });
    close();
  }

  return (
    <div className="grid gap-3">
      {templates.length > 0 && (
        <fieldset className="flex flex-wrap gap-1.5">
          <legend className="pb-1 text-xs text-ink-3">{t("templates")}</legend>
          {templates.map(({ id, name, work, ...hours }) => (
            <button
              key={id}
              type="button"
              onClick={() => {
                acts.add({ assistantId, on, ...hours, work });
                close();
              }}
              className="inline-flex h-7 items-center gap-1.5 rounded-md border border-line px-2 text-xs hover:bg-sunken touch:h-11"
            >
              <span className="font-medium">{name}</span>
              <span className="tnum text-ink-2">{shortHoursText(hours)}</span>
            </button>
          ))}
        </fieldset>
      )}
      <ShiftForm values={values} onSave={save} saveLabel={t("add")} />
    </div>
  );
}
