import { useTranslations } from "next-intl";
import type { GridRole } from "@/app/manager/schedule/schedule-data";
import { useAmountWords } from "@/components/time/use-amount-words";
import { useDayWords } from "@/components/time/use-day-words";
import type { Finding } from "@/lib/schedules/week/rules-findings-kinds";
import { shortHoursText } from "@/lib/time/hours";

const IN_DAYS = new Set(["days_in_row", "late_again"]);
const IN_LEVELS = new Set(["skill"]);

/** What is found of a shift, in one sentence with its numbers, and in few words for a row. */
export function useFindingWords(roles: ReadonlyMap<string, GridRole>) {
  const t = useTranslations("schedule.finding");
  const amount = useAmountWords();
  const minutesWords = (minutes: number) => amount(minutes, "minutes");
  const dayWords = useDayWords();
  function valuesOf({ rule, details, on }: Finding) {
    const { is = 0, limit = 0, hours, roleId } = details;
    const isPlain = IN_DAYS.has(rule) || IN_LEVELS.has(rule);
    return {
      is: isPlain ? String(is) : minutesWords(is),
      limit: isPlain ? String(limit) : minutesWords(limit),
      over: minutesWords(Math.abs(is - limit)),
      hours: hours ? shortHoursText(hours) : "",
      role: roles.get(roleId ?? "")?.name ?? "",
      day: dayWords(details.on ?? on),
    };
  }
  return {
    sentence: (finding: Finding) => {
      const sentence = t(`${finding.rule}.long`, valuesOf(finding));
      const { said } = finding.details;
      return said ? t("said", { sentence, said }) : sentence;
    },
    short: (finding: Finding) => t(`${finding.rule}.short`, valuesOf(finding)),
  };
}
