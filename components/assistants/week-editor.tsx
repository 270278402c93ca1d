"use client";
import { useLocale, useTranslations } from "next-intl";
import { Checkbox } from "@/components/ui/forms/checkbox";
import { FieldSet } from "@/components/ui/forms/field";
import { type FieldProps, useField } from "@/components/ui/forms/form-context";
import { TextField } from "@/components/ui/forms/text-field";
import { capitalised, weekdayName } from "@/lib/assistants/rules-names";
import { localeOf } from "@/lib/i18n/locales";

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7];

/** Hours of each weekday: on or off, from and to, and whether remotely. Without script an unticked day hides its hours all the same. */
export function WeekEditor({ hasPlace = false, ...props }: FieldProps & { hasPlace?: boolean }) {
  const field = useField(props);
  return (
    <FieldSet {...props} id={field.id} message={field.message}>
      <div className="grid gap-1">
        {WEEKDAYS.map((weekday) => (
          <WeekdayRow key={weekday} name={`${props.name}.${weekday}`} weekday={weekday} hasPlace={hasPlace} />
        ))}
      </div>
    </FieldSet>
  );
}

type WeekdayRowProps = { name: string; weekday: number; hasPlace: boolean };

function WeekdayRow({ name, weekday, hasPlace }: WeekdayRowProps) {
  const t = useTranslations("people.fields");
  const day = capitalised(weekdayName(weekday, localeOf(useLocale())));
  const time = { isLabelHidden: true, inputMode: "numeric", autoComplete: "off", maxLength: 5 } as const;
  return (
    <div className="group grid min-h-8 grid-cols-[7.5rem_5rem_auto_5rem_auto] items-start justify-start gap-x-2 touch:min-h-11 max-[22rem]:grid-cols-[6.5rem_4.5rem_auto_4.5rem_auto]">
      <input type="hidden" name={`${name}.works`} value="off" />
      <Checkbox name={`${name}.works`} label={day} className="pt-0.5 touch:pt-0" />
      <TextField
        {...time}
        name={`${name}.starts`}
        label={t("starts", { weekday: day })}
        className="tnum invisible group-has-checked:visible"
      />
      <span aria-hidden className="invisible pt-1.5 text-ink-3 group-has-checked:visible">
        –
      </span>
      <TextField
        {...time}
        name={`${name}.ends`}
        label={t("ends", { weekday: day })}
        className="tnum invisible group-has-checked:visible"
      />
      {hasPlace && (
        <Checkbox
          name={`${name}.remote`}
          label={t("remote")}
          className="invisible pt-0.5 group-has-checked:visible max-[26rem]:col-span-full touch:pt-0"
        />
      )}
    </div>
  );
}
