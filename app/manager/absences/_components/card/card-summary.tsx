import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/layout/notice";
import type { AbsenceCard } from "@/lib/coverage/leave-cover/queries";

/** The whole card in one sentence: how many executives it hits, and whether anything stays open. */
export function CardSummary({ card }: { card: AbsenceCard }) {
  const t = useTranslations("cover.summary");
  const desks = card.desks.length;
  if (desks === 0) return <Notice tone="done">{t("none")}</Notice>;
  if (card.gaps.length > 0) return <Notice tone="gap">{t("open", { desks, gaps: card.gaps.length })}</Notice>;
  if (card.covers.length > 0) return <Notice tone="plan">{t("planned", { desks })}</Notice>;
  return <Notice tone="done">{t("covered", { desks })}</Notice>;
}
