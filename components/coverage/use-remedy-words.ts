import { useTranslations } from "next-intl";
import type { RemedyView } from "@/lib/coverage/plans/rules-view";

/** The words for a change that would close a gap, with the names of those it speaks of by id. */
export function useRemedyWords(names: Record<string, string>) {
  const t = useTranslations("board.plan.remedy");
  return (remedy: RemedyView): string =>
    remedy.code === "move_executive"
      ? t("move_executive", {
          executive: names[remedy.executiveId] ?? "",
          from: names[remedy.fromAssistantId] ?? "",
          to: names[remedy.toAssistantId] ?? "",
        })
      : t(remedy.code, { name: names[remedy.assistantId] ?? "", minutes: remedy.minutes });
}
