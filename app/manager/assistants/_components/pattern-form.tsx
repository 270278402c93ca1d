"use client";
import { useTranslations } from "next-intl";
import { WeekEditor } from "@/components/assistants/week-editor";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { DateField } from "@/components/ui/dates/date-field";
import { Button } from "@/components/ui/forms/button";
import { Form } from "@/components/ui/forms/form";
import { LinkButton } from "@/components/ui/forms/link-button";
import { setPatternAction } from "../actions";

type PatternFormProps = { id: string; count: number; values: Record<string, string>; cancelHref: string };

/** One week of hours, or several that come round again, and from which day they count. */
export function PatternForm({ id, count, values, cancelHref }: PatternFormProps) {
  const t = useTranslations("people.pattern");
  const common = useTranslations("common.action");
  return (
    <Form action={setPatternAction} values={values} refusals={useRefusalWords()} className="gap-5">
      <input type="hidden" name="id" value={id} />
      <DateField name="from" label={t("from")} description={t("fromHint")} isRequired />
      {Array.from({ length: count }, (_, i) => (
        <WeekEditor
          // biome-ignore lint/suspicious/noArrayIndexKey: a week is known by its number
          key={i}
          name={`weeks.${i}`}
          label={count > 1 ? t("weekOf", { week: i + 1, of: count }) : t("week")}
          hasPlace
        />
      ))}
      <div className="flex gap-2">
        <Button type="submit" variant="primary">
          {t("save")}
        </Button>
        <LinkButton href={cancelHref} variant="ghost">
          {common("cancel")}
        </LinkButton>
      </div>
    </Form>
  );
}
