import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/layout/notice";
import type { AbsenceCard } from "@/lib/coverage/leave-cover/queries";

/** The whole card in one sentence: how many executives it hits, and whether anything stays open. */
export function CardSummary({ card }: { card: AbsenceCard }) {
  const t = useTranslations("cover.summary");
  const executives = card.executives.length;
  if (executives === 0) return <Notice tone="done">{t("none")}</Notice>;
  if (card.gaps.length > 0)
    return <Notice tone="gap">{t("open", { executives, gaps: card.gaps.length })}</Notice>;
  if (card.covers.length > 0) return <Notice tone="plan">{t("planned", { executives })}</Notice>;
  return <Notice tone="done">{t("covered", { executives })}</Notice>;
}
