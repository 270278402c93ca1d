"use client";
import { useLocale, useTranslations } from "next-intl";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { Button } from "@/components/ui/forms/button";
import { Form } from "@/components/ui/forms/form";
import { FormRows } from "@/components/ui/forms/form-rows";
import { Select } from "@/components/ui/forms/select";
import { NumberField } from "@/components/ui/forms/text-field";
import { Section } from "@/components/ui/layout/page";
import { type BothNames, localeOf, nameIn } from "@/lib/i18n/locales";
import type { AsksView } from "@/lib/matching/asks/schema";
import { setAsksAction } from "./actions";

type AsksSectionProps = { asks: AsksView; styles: readonly ({ id: string } & BothNames)[] };

/** What an executive asks of whoever supports them: ways of working with a level, and years of experience. */
export function AsksSection({ asks, styles }: AsksSectionProps) {
  const t = useTranslations("matching.asks");
  const locale = localeOf(useLocale());
  const options = styles.map((style) => ({ value: style.id, label: nameIn(locale, style) }));
  const values = Object.fromEntries(
    asks.styles.flatMap(({ styleId, level }, row) => [
      [`styles.${row}.styleId`, styleId],
      [`styles.${row}.level`, String(level)],
    ]),
  );
  return (
    <Section title={t("title")}>
      <p className="text-sm text-ink-2">{t("intro")}</p>
      <Form
        action={setAsksAction}
        values={{ ...values, ...(asks.years !== null && { years: String(asks.years) }) }}
        done={t("saved")}
        refusals={useRefusalWords()}
        className="max-w-xl"
      >
        <input type="hidden" name="executiveId" value={asks.executiveId} />
        <FormRows
          name="styles"
          label={t("styles")}
          addLabel={t("add")}
          removeLabel={(row) => t("remove", { row })}
          row={(prefix, row) => (
            <div className="grid grid-cols-[minmax(0,1fr)_6rem] gap-3">
              <Select
                name={`${prefix}.styleId`}
                label={t("style", { row })}
                placeholder={t("none")}
                options={options}
              />
              <NumberField
                name={`${prefix}.level`}
                label={t("level", { row })}
                min={1}
                max={5}
                defaultValue="4"
              />
            </div>
          )}
        />
        <NumberField name="years" label={t("years")} min={1} max={40} isRequired={false} />
        <Button type="submit" className="w-fit">
          {t("save")}
        </Button>
      </Form>
    </Section>
  );
}
