import { useLocale, useTranslations } from "next-intl";
import { type Column, Table } from "@/components/ui/layout/table";
import type { WorkStyleRating } from "@/lib/assistants/queries-profile";
import { localeOf, nameIn } from "@/lib/i18n/locales";

/** How a person sees their own way of working, beside how the manager does. */
export function WorkStyles({ ratings }: { ratings: WorkStyleRating[] }) {
  const t = useTranslations("people.assistants");
  const locale = localeOf(useLocale());
  const columns: Column<WorkStyleRating>[] = [
    { key: "style", header: t("workStyle"), cell: (row) => nameIn(locale, row) },
    { key: "self", header: t("selfRating"), align: "end", cell: (row) => row.selfRating ?? "–" },
    { key: "manager", header: t("managerRating"), align: "end", cell: (row) => row.managerRating ?? "–" },
  ];
  return <Table caption={t("workStylesCaption")} columns={columns} rows={ratings} rowKey={(row) => row.id} />;
}
