"use client";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { DateRangeField } from "@/components/ui/dates/date-range-field";
import { TimeField } from "@/components/ui/dates/time-field";
import { FormDisclosure } from "@/components/ui/forms/form-disclosure";
import { Select } from "@/components/ui/forms/select";
import { useIsAlive } from "@/components/ui/forms/use-is-alive";
import { useNamedValues } from "@/components/ui/forms/use-named-values";
import { ExtentChoice, type StretchValues } from "./extent-choice";
import { Outlook } from "./live-outlook";

type StretchFieldsProps = { today: string; from?: string; to?: string };

/** First and last day away, and whether they begin or end at noon; or hours of one day. */
export function StretchFields({ today, from = today, to = from }: StretchFieldsProps) {
  const t = useTranslations("absences");
  const fields = useRef<HTMLDivElement>(null);
  const isAlive = useIsAlive();
  const begun: StretchValues = { from, fromPart: "am", to, toPart: "pm", startMinute: "", endMinute: "" };
  const [values, put] = useNamedValues(fields, begun);
  const [isAsked, setAsked] = useState(false);
  const isByHour = isAsked || values.startMinute !== "" || values.endMinute !== "";

  function choose(parts: { fromPart: string; toPart: string }, byHour = false) {
    setAsked(byHour);
    put(byHour ? parts : { ...parts, startMinute: "", endMinute: "" });
  }

  const extent = <ExtentChoice {...{ values, isByHour }} onChange={choose} />;
  return (
    <div ref={fields} className="grid gap-4">
      <DateRangeField
        label={t("field.days")}
        from={{ name: "from", label: t("field.from"), defaultValue: from }}
        to={{ name: "to", label: t("field.to"), defaultValue: to }}
        foot={
          <>
            {extent}
            <Outlook />
          </>
        }
      />
      <div className={isAlive ? "hidden" : "grid grid-cols-2 gap-4"}>
        <Select
          name="fromPart"
          label={t("field.fromPart")}
          defaultValue="am"
          options={(["am", "pm"] as const).map((value) => ({ value, label: t(`begins.${value}`) }))}
        />
        <Select
          name="toPart"
          label={t("field.toPart")}
          defaultValue="pm"
          options={(["pm", "am"] as const).map((value) => ({ value, label: t(`ends.${value}`) }))}
        />
      </div>
      {isAlive && <div className="-mt-2">{extent}</div>}
      <div className={isAlive && !isByHour ? "hidden" : undefined}>
        <FormDisclosure summary={t("byHour")} isOpen={isAlive && isByHour}>
          <HourFields />
        </FormDisclosure>
      </div>
    </div>
  );
}

function HourFields() {
  const t = useTranslations("absences");
  return (
    <>
      <p className="text-sm text-ink-2">{t("hoursHint")}</p>
      <div className="grid grid-cols-2 gap-4">
        <TimeField name="startMinute" label={t("startMinute")} isRequired={false} />
        <TimeField name="endMinute" label={t("endMinute")} isRequired={false} />
      </div>
    </>
  );
}
