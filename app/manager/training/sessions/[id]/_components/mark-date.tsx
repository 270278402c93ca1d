"use client";
import { Check, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { Button } from "@/components/ui/forms/button";
import { Form } from "@/components/ui/forms/form";
import { notify } from "@/components/ui/overlays/toast";
import type { EnrolmentView } from "@/lib/training/enrolments/schema";
import { mark } from "../../../actions";

type MarkDateProps = {
  enrolment: EnrolmentView;
  date: { id: string; startMinute: number; endMinute: number };
  /** The day, where the session has several. */
  label: string | null;
  minutes: number | null;
};

type Done = { value?: { opened: { name: string }[] } };

/** Whether a participant was there on one date: one tap, which can be corrected. */
export function MarkDate({ enrolment, date, label, minutes }: MarkDateProps) {
  const t = useTranslations("training.mark");
  const { id, version, assistantName: name } = enrolment;
  const length = date.endMinute - date.startMinute;
  function tell(answer: object) {
    const names = ((answer as Done).value?.opened ?? []).map((one) => one.name).join(", ");
    notify(names ? t("opens", { name, names }) : t("done", { name }));
  }
  return (
    <Form
      action={mark}
      refusals={useRefusalWords()}
      onDone={tell}
      aria-label={t("of", { name })}
      className="col-span-full gap-1 pl-8"
    >
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="dateId" value={date.id} />
      <div className="flex flex-wrap items-center gap-2">
        {label && <span className="tnum min-w-24 text-sm">{label}</span>}
        <Button
          type="submit"
          name="minutes"
          value={String(length)}
          aria-pressed={minutes === length}
          aria-label={t("presentOf", { name })}
          variant={minutes === length ? "primary" : "outline"}
          icon={<Check aria-hidden />}
        >
          {t("present")}
        </Button>
        <Button
          type="submit"
          name="minutes"
          value="0"
          aria-pressed={minutes === 0}
          aria-label={t("absentOf", { name })}
          icon={<X aria-hidden />}
        >
          {t("absent")}
        </Button>
        {minutes !== null && minutes > 0 && minutes < length && (
          <span className="tnum text-sm text-ink-2">{t("part", { minutes, length })}</span>
        )}
      </div>
    </Form>
  );
}
