import { useTranslations } from "next-intl";
import { DateField } from "@/components/ui/dates/date-field";
import { PlainButton } from "@/components/ui/forms/plain-button";

/** From which day on somebody is looked for. */
export function FromDay({ from }: { from: string }) {
  const t = useTranslations("matching");
  return (
    <form method="get" className="flex flex-wrap items-end gap-2 print:hidden">
      <DateField name="from" label={t("from")} defaultValue={from} isRequired />
      <PlainButton type="submit">{t("show")}</PlainButton>
    </form>
  );
}
