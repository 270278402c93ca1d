"use client";
import { useTranslations } from "next-intl";
import { ToggleGroup } from "@/components/ui/forms/toggle-group";

/** What the fields of a stretch hold, as texts. */
export type StretchValues = {
  from: string;
  fromPart: string;
  to: string;
  toPart: string;
  startMinute: string;
  endMinute: string;
};

type ExtentChoiceProps = {
  values: StretchValues;
  isByHour: boolean;
  onChange: (parts: { fromPart: "am" | "pm"; toPart: "am" | "pm" }, isByHour?: boolean) => void;
};

/** How much of the days is meant: of one all, a half or hours; of several where the first begins and the last ends. */
export function ExtentChoice({ values, isByHour, onChange }: ExtentChoiceProps) {
  const t = useTranslations("absences.extent");
  const fromPart = values.fromPart === "pm" ? "pm" : "am";
  const toPart = values.toPart === "am" ? "am" : "pm";
  if (values.from === values.to || isByHour) {
    const extent = isByHour ? "hours" : fromPart !== toPart ? "day" : fromPart;
    return (
      <ToggleGroup
        label={t("label")}
        value={extent}
        options={(["day", "am", "pm", "hours"] as const).map((value) => ({ value, label: t(value) }))}
        onChange={(chosen) => {
          if (chosen === "am" || chosen === "pm") onChange({ fromPart: chosen, toPart: chosen });
          else onChange({ fromPart: "am", toPart: "pm" }, chosen === "hours");
        }}
      />
    );
  }
  return (
    <div className="flex flex-wrap gap-x-4 gap-y-2">
      <ToggleGroup
        label={t("first")}
        value={fromPart}
        options={[
          { value: "am", label: t("fromMorning") },
          { value: "pm", label: t("fromNoon") },
        ]}
        onChange={(part) => onChange({ fromPart: part, toPart })}
      />
      <ToggleGroup
        label={t("last")}
        value={toPart}
        options={[
          { value: "pm", label: t("untilEvening") },
          { value: "am", label: t("untilNoon") },
        ]}
        onChange={(part) => onChange({ fromPart, toPart: part })}
      />
    </div>
  );
}
