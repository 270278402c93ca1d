"use client";
import { useTranslations } from "next-intl";
import { type SubmitEvent, useId, useState } from "react";
import { OPEN_ROW } from "@/app/manager/schedule/schedule-data";
import { useDayWords } from "@/components/time/use-day-words";
import { Button } from "@/components/ui/forms/button";
import { Select } from "@/components/ui/forms/select";
import { TextField } from "@/components/ui/forms/text-field";
import { usualBreakMinutes } from "@/lib/schedules/week/rules";
import { typedShift } from "@/lib/schedules/week/rules-typed";
import type { Day } from "@/lib/time/day";
import { type Hours, shortHoursText } from "@/lib/time/hours";
import { useSchedule } from "../schedule-context";
import { FindingList } from "./finding-list";
import { useCheckedShift } from "./use-checked-shift";

export type ShiftValues = Hours & {
  assistantId: string | null;
  on: Day;
  roleId?: string;
  breakMinutes?: number;
  note?: string;
};

type ShiftFormProps = {
  values: ShiftValues;
  /** The shift that is changed; none for a new one. */
  shiftId?: string | undefined;
  saveLabel: string;
  onSave: (values: ShiftValues) => void;
};

const USUAL = "usual";
const BREAKS = [0, 15, 30, 45, 60];

/** Hours and role of a shift as one types them, who works it and the break; what breaks a rule is named before it is saved. */
export function ShiftForm({ values, shiftId, saveLabel, onSave }: ShiftFormProps) {
  const t = useTranslations("schedule.form");
  const schedule = useTranslations("schedule");
  const { roles, people, days } = useSchedule();
  const id = useId();
  const role = roles.get(values.roleId ?? "");
  const [text, setText] = useState([shortHoursText(values), role?.name].filter(Boolean).join(" "));
  const [person, setPerson] = useState(values.assistantId ?? OPEN_ROW);
  const [on, setOn] = useState(values.on);
  const [chosenBreak, setBreak] = useState(
    values.breakMinutes === undefined ? USUAL : String(values.breakMinutes),
  );
  const [note, setNote] = useState(values.note ?? "");
  const typed = typedShift(text, [...roles.values()]);
  const asked = typed && {
    startMinute: typed.startMinute,
    endMinute: typed.endMinute,
    assistantId: person === OPEN_ROW ? null : person,
    on,
    ...(typed.roleId ? { roleId: typed.roleId } : values.roleId ? { roleId: values.roleId } : {}),
    ...(chosenBreak !== USUAL && { breakMinutes: Number(chosenBreak) }),
  };
  const { findings, refusal } = useCheckedShift(asked, shiftId);
  const usual = typed ? usualBreakMinutes(typed) : 0;

  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    if (asked) onSave({ ...asked, note: note.trim() });
  }

  return (
    <form onSubmit={submit} className="grid gap-3" aria-label={saveLabel}>
      <TextField
        name={`${id}hours`}
        label={t("typed")}
        description={typed ? undefined : t("typedHint")}
        value={text}
        autoFocus
        autoComplete="off"
        onChange={(event) => setText(event.currentTarget.value)}
        onFocus={(event) => event.currentTarget.select()}
      />
      <div className="grid grid-cols-2 gap-3">
        <Select
          name={`${id}person`}
          label={t("person")}
          value={person}
          onChange={(event) => setPerson(event.currentTarget.value)}
          options={[
            { value: OPEN_ROW, label: schedule("open") },
            ...[...people.values()].map(({ id: value, name }) => ({ value, label: name })),
          ]}
        />
        <DaySelect id={id} on={on} setOn={setOn} days={days.map((day) => day.on)} />
      </div>
      <Select
        name={`${id}break`}
        label={t("break")}
        value={chosenBreak}
        onChange={(event) => setBreak(event.currentTarget.value)}
        options={[
          { value: USUAL, label: t("usualBreak", { minutes: usual }) },
          ...BREAKS.map((minutes) => ({
            value: String(minutes),
            label: minutes === 0 ? t("noBreak") : t("breakMinutes", { minutes }),
          })),
        ]}
      />
      <TextField
        name={`${id}note`}
        label={t("note")}
        value={note}
        maxLength={200}
        isRequired={false}
        autoComplete="off"
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      {refusal && (
        <p role="alert" className="rounded-md bg-gap-bg px-3 py-2 text-sm text-gap-ink">
          {refusal}
        </p>
      )}
      {findings.length > 0 && <FindingList findings={findings} />}
      <div className="flex items-center gap-2">
        <Button type="submit" isDisabled={!asked || refusal !== null}>
          {saveLabel}
        </Button>
        <span className="text-xs text-ink-3">{t("draftHint")}</span>
      </div>
    </form>
  );
}

type DaySelectProps = { id: string; on: Day; setOn: (on: Day) => void; days: readonly Day[] };

function DaySelect({ id, on, setOn, days }: DaySelectProps) {
  const t = useTranslations("schedule.form");
  const dayWords = useDayWords();
  const shown = days.includes(on) ? days : [...days, on].sort();
  return (
    <Select
      name={`${id}day`}
      label={t("day")}
      value={on}
      onChange={(event) => setOn(event.currentTarget.value as Day)}
      options={shown.map((value) => ({ value, label: dayWords(value) }))}
    />
  );
}
