import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/forms/link-button";
import { EmptyState } from "@/components/ui/layout/empty-state";

/** An empty list of absences: nobody is called that, or there is none. */
export function NoAbsences({ kind, q }: { kind: "toDecide" | "coming" | "list"; q?: string }) {
  const t = useTranslations("absences");
  const common = useTranslations("common.action");
  if (!q) return <EmptyState>{t(`empty.${kind}`)}</EmptyState>;
  return (
    <EmptyState action={<LinkButton href="/manager/absences">{common("clear")}</LinkButton>}>
      {t("empty.search", { query: q })}
    </EmptyState>
  );
}
