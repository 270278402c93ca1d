import { useTranslations } from "next-intl";
import { useRangeWords } from "@/components/time/use-range-words";
import { Section } from "@/components/ui/layout/page";
import type { AbsenceCard, AlsoAway } from "@/lib/coverage/leave-cover/queries";
import { gapRunsOf } from "@/lib/coverage/leave-cover/rules-card";

/** The gaps somebody has knowingly left open for this absence, and who. */
export function AcceptedGaps({ card }: { card: AbsenceCard }) {
  const t = useTranslations("cover.gaps");
  const rangeWords = useRangeWords();
  if (card.accepted.length === 0) return null;
  const nameOf = new Map(card.executives.map((executive) => [executive.executiveId, executive.name]));
  return (
    <Section title={t("accepted")}>
      <ul className="grid gap-1 text-sm">
        {gapRunsOf(card.accepted).map((run) => (
          <li key={`${run.executiveId} ${run.from} ${run.fromPart}`}>
            {nameOf.get(run.executiveId)} <span className="tnum">{rangeWords(run)}</span>{" "}
            <span className="text-ink-2">{t("by", { name: acceptedBy(card, run.executiveId) })}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function acceptedBy(card: AbsenceCard, executiveId: string): string {
  return card.accepted.find((gap) => gap.executiveId === executiveId)?.acceptedBy ?? "";
}

/** Who else of the pool is away in the same days. */
export function AlsoAwayList({ away }: { away: readonly AlsoAway[] }) {
  const t = useTranslations("cover");
  const rangeWords = useRangeWords();
  return (
    <Section title={t("alsoAway")} meta={away.length || undefined}>
      {away.length === 0 ? (
        <p className="text-sm text-ink-2">{t("nobodyElse")}</p>
      ) : (
        <ul className="grid gap-1 text-sm">
          {away.map((one) => (
            <li key={one.id}>
              <span className="font-medium">{one.name}</span>{" "}
              <span className="tnum text-ink-2">
                {rangeWords(one)}
                {one.status === "requested" && ` · ${t("asked")}`}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
