import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";

/** An empty list of people: nobody matches, or nobody is there yet. */
export function NoPeople({ kind, q }: { kind: "assistants" | "executives"; q?: string }) {
  const t = useTranslations("people");
  const common = useTranslations("common.action");
  if (q) {
    return (
      <EmptyState action={<LinkButton href={`/manager/${kind}`}>{common("clear")}</LinkButton>}>
        {t("list.nothing", { query: q })}
      </EmptyState>
    );
  }
  return (
    <EmptyState action={<LinkButton href="/manager/import">{t("assistants.import")}</LinkButton>}>
      {t(`${kind}.empty`)}
    </EmptyState>
  );
}
