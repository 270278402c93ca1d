import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/forms/link-button";
import { EmptyState } from "@/components/ui/layout/empty-state";

/** An empty list of people: nobody matches, or nobody is there yet. */
export function NoPeople({ kind, q }: { kind: "assistants" | "executives"; q?: string }) {
  const t = useTranslations("people");
  const common = useTranslations("common.action");
  if (q) {
    return (
      <EmptyState
        className="mx-(--edge) mt-6"
        action={<LinkButton href={`/manager/${kind}`}>{common("clear")}</LinkButton>}
      >
        {t("list.nothing", { query: q })}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      className="mx-(--edge) mt-6"
      action={<LinkButton href="/manager/import">{t("assistants.import")}</LinkButton>}
    >
      {t(`${kind}.empty`)}
    </EmptyState>
  );
}
