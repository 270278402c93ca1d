"use client";
import { useLocale, useTranslations } from "next-intl";
import { useCallback } from "react";
import type { Ineligibility } from "@/lib/coverage/candidates/rules-eligibility";

/** The words for a rule that keeps somebody from an executive. */
export function useRuleWords(dutyNames: Record<string, string>) {
  const t = useTranslations("board.rule");
  const locale = useLocale();
  const languages = new Intl.DisplayNames([locale], { type: "language" });
  return (rule: Ineligibility): string => {
    switch (rule.rule) {
      case "skill":
        return t("skill", {
          duty: dutyNames[rule.dutyId] ?? rule.dutyId,
          needed: rule.needed,
          held: rule.held,
        });
      case "language": {
        const language = languageName(languages, rule.language);
        return t("language", { language, level: rule.needed ? ` ${rule.needed}` : "" });
      }
      case "site":
        return t("site", { site: rule.site });
      default:
        return t(rule.rule);
    }
  };
}

/** What an executive asks for, as a requirement: "French C1", "Sales support, level 3". */
export function useRequirementWords(dutyNames: Record<string, string>) {
  const t = useTranslations("board.requirement");
  const locale = useLocale();
  return useCallback(
    (rule: Ineligibility): string => {
      const languages = new Intl.DisplayNames([locale], { type: "language" });
      if (rule.rule === "skill")
        return t("skill", { duty: dutyNames[rule.dutyId] ?? rule.dutyId, needed: rule.needed });
      if (rule.rule === "site") return t("site", { site: rule.site });
      if (rule.rule !== "language") return "";
      const name = languageName(languages, rule.language);
      return [name, rule.needed].filter(Boolean).join(" ");
    },
    [t, locale, dutyNames],
  );
}

function languageName(names: Intl.DisplayNames, code: string): string {
  try {
    return names.of(code) ?? code;
  } catch {
    return code;
  }
}
