"use client";
import { useTranslations } from "next-intl";
import type { RemedyView } from "@/lib/coverage/rules/plan-view";

/** The smallest changes that would close a gap, in words. */
export function Remedies({ remedies, names }: { remedies: RemedyView[]; names: Record<string, string> }) {
  const t = useTranslations("board.plan");
  if (remedies.length === 0) return <p className="text-ink-2">{t("nothingCloses")}</p>;
  return (
    <ul className="list-disc pl-5 text-ink-2">
      {remedies.map((remedy) => (
        <li key={JSON.stringify(remedy)}>
          {remedy.code === "move_executive"
            ? t("remedy.move_executive", {
                executive: names[remedy.executiveId] ?? "",
                from: names[remedy.fromAssistantId] ?? "",
                to: names[remedy.toAssistantId] ?? "",
              })
            : t(`remedy.${remedy.code}`, {
                name: names[remedy.assistantId] ?? "",
                minutes: remedy.minutes,
              })}
        </li>
      ))}
    </ul>
  );
}
