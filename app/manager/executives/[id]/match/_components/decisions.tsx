import { useTranslations } from "next-intl";
import { useDayWords } from "@/components/time/use-day-words";
import { Disclosure } from "@/components/ui/layout/disclosure";
import { Section } from "@/components/ui/layout/page";
import type { PlacementDecisionView } from "@/lib/matching/placements/schema";
import { DecisionNumbers } from "./decision-numbers";

/** Who was chosen before, by whom and why. */
export function Decisions({ decisions }: { decisions: readonly PlacementDecisionView[] }) {
  const t = useTranslations("matching.decisions");
  const dayWords = useDayWords();
  if (decisions.length === 0) return null;
  return (
    <Section title={t("title")}>
      <ul className="text-sm">
        {decisions.map((decision) => {
          const { id, byName, assistantName, firstAssistantName, from, reason } = decision;
          return (
            <li key={id} className="grid gap-0.5 border-b border-hair py-2.5">
              <span className="font-medium">
                {t("row", { by: byName, name: assistantName, day: dayWords(from) })}
              </span>
              {reason && (
                <span className="text-ink-2">
                  {[firstAssistantName && t("instead", { name: firstAssistantName }), t("why", { reason })]
                    .filter(Boolean)
                    .join(" · ")}
                </span>
              )}
              <Disclosure summary={t("numbers")} tone="quiet">
                <DecisionNumbers decision={decision} />
              </Disclosure>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
