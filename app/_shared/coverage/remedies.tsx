"use client";
import { useTranslations } from "next-intl";
import { useRemedyWords } from "@/components/coverage/use-remedy-words";
import type { RemedyView } from "@/lib/coverage/plans/rules-view";

/** The smallest changes that would close a gap, in words. */
export function Remedies({ remedies, names }: { remedies: RemedyView[]; names: Record<string, string> }) {
  const t = useTranslations("board.plan");
  const wordsOf = useRemedyWords(names);
  if (remedies.length === 0) return <p className="text-ink-2">{t("nothingCloses")}</p>;
  return (
    <ul className="list-disc pl-5 text-ink-2">
      {remedies.map((remedy) => (
        <li key={JSON.stringify(remedy)}>{wordsOf(remedy)}</li>
      ))}
    </ul>
  );
}
