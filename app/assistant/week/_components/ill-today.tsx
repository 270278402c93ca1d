"use client";
import { Thermometer } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { useDayWords } from "@/components/time/use-day-words";
import { DateField } from "@/components/ui/dates/date-field";
import { Button } from "@/components/ui/forms/button";
import { buttonStyle } from "@/components/ui/forms/button-style";
import { Form } from "@/components/ui/forms/form";
import type { SicknessNow } from "@/lib/coverage/leave-cover/queries-sickness";
import { report } from "../../cover-actions";

/**
 * "I'm ill today", or the next day one works: one tap opens the question, a second one confirms; no reason is asked. Works
 * before JavaScript.
 */
export function IllToday({ next, when }: Pick<SicknessNow, "next" | "when">) {
  const t = useTranslations("cover.sick");
  const dayWords = useDayWords();
  const label = when === "later" ? t("later", { day: dayWords(next.on) }) : t(when);
  return (
    <details className="group">
      <summary className={`${buttonStyle()} w-fit before:hidden`}>
        <Thermometer aria-hidden />
        {label}
      </summary>
      <Form
        action={report}
        done={t("done")}
        refusals={useRefusalWords()}
        aria-label={label}
        className="mt-2 gap-3 rounded-lg bg-sunken p-3"
      >
        <p className="text-sm">{t("ask")}</p>
        <DateField
          name="to"
          label={t("until")}
          description={t("untilHint")}
          defaultValue={next.on}
          min={next.on}
          isRequired={false}
        />
        <Button type="submit" variant="primary" className="max-sm:w-full">
          {t("confirm")}
        </Button>
      </Form>
    </details>
  );
}
