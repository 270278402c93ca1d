"use client";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { boxStyle, choiceStyle } from "@/components/ui/forms/checkbox-style";
import { Disclosure } from "@/components/ui/layout/disclosure";
import { useBoard } from "./board-context";

type DutyChoiceProps = {
  dutyIds: readonly string[];
  chosen: readonly string[];
  onChange: (dutyIds: string[]) => void;
};

/** Which of an executive's duties somebody is to take: all of them unless some are left out. */
export function DutyChoice({ dutyIds, chosen, onChange }: DutyChoiceProps) {
  const t = useTranslations("board.panel");
  const { names } = useBoard();
  const id = useId();
  if (dutyIds.length < 2) return null;
  const toggle = (duty: string) =>
    onChange(dutyIds.filter((one) => (one === duty ? !chosen.includes(one) : chosen.includes(one))));
  return (
    <Disclosure
      tone="quiet"
      summary={
        chosen.length === dutyIds.length
          ? t("allDuties")
          : t("someDuties", { count: chosen.length, total: dutyIds.length })
      }
    >
      <fieldset className="grid pt-1" aria-describedby={`${id}-hint`}>
        <legend className="sr-only">{t("whichDuties")}</legend>
        {dutyIds.map((duty) => (
          <label key={duty} className={choiceStyle}>
            <input
              type="checkbox"
              className={boxStyle}
              checked={chosen.includes(duty)}
              disabled={chosen.length === 1 && chosen.includes(duty)}
              onChange={() => toggle(duty)}
            />
            <span className="text-sm">{names.duties[duty] ?? duty}</span>
          </label>
        ))}
        <p id={`${id}-hint`} className="text-xs text-ink-2">
          {t("dutiesHint")}
        </p>
      </fieldset>
    </Disclosure>
  );
}
