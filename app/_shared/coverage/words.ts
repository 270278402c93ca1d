"use client";
import { useFormatter, useLocale, useTranslations } from "next-intl";
import type { Ineligibility } from "@/lib/coverage/candidates/rules-eligibility";
import { type Day, dayToDate } from "@/lib/time/day";
import type { HalfDayRange } from "@/lib/time/half-day";
import { type Hours, hoursText } from "@/lib/time/hours";

/** How the board speaks of days: "Wednesday 19 August, morning", and short: "Wed 19 Aug". */
export function useWhen() {
  const t = useTranslations("board");
  const format = useFormatter();
  const dayLong = (on: Day) =>
    format.dateTime(dayToDate(on), { weekday: "long", day: "numeric", month: "long", timeZone: "UTC" });
  const dayShort = (on: Day) =>
    format.dateTime(dayToDate(on), { weekday: "short", day: "numeric", month: "short", timeZone: "UTC" });
  const part = (range: HalfDayRange) => {
    if (range.fromPart === "am" && range.toPart === "pm") return t("allDay");
    return t(range.fromPart === "am" ? "morning" : "afternoon");
  };
  const long = (range: HalfDayRange) =>
    range.from === range.to
      ? `${dayLong(range.from)}, ${part(range)}`
      : `${edge(range, 0)} – ${edge(range, 1)}`;
  const short = (range: HalfDayRange) => {
    if (range.from !== range.to) return `${edge(range, 0)} – ${edge(range, 1)}`;
    return range.fromPart === range.toPart ? `${dayShort(range.from)}, ${part(range)}` : dayShort(range.from);
  };
  function edge(range: HalfDayRange, side: 0 | 1): string {
    const [on, half, whole] =
      side === 0 ? [range.from, range.fromPart, "am"] : [range.to, range.toPart, "pm"];
    const name = dayShort(on as Day);
    return half === whole ? name : `${name}, ${t(half === "am" ? "morning" : "afternoon")}`;
  }
  return { dayLong, dayShort, part, long, short };
}

/** The hours and duties a cover or gap is for, where it is not all of them. */
export function useExtentWords(dutyNames: Record<string, string>) {
  const format = useFormatter();
  return ({ window, dutyIds }: { window: Hours | null; dutyIds: readonly string[] }): string[] => [
    ...(window ? [hoursText(window)] : []),
    ...(dutyIds.length > 0
      ? [
          format.list(
            dutyIds.map((id) => dutyNames[id] ?? id),
            { type: "unit" },
          ),
        ]
      : []),
  ];
}

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

function languageName(names: Intl.DisplayNames, code: string): string {
  try {
    return names.of(code) ?? code;
  } catch {
    return code;
  }
}
