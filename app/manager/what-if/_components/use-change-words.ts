import { useTranslations } from "next-intl";
import { useDayWords, useWeekdayWords } from "@/components/time/use-day-words";
import type { WaitingLeave, WhatIfOptions } from "@/lib/coverage/what-if/queries-options";
import type { WhatIfChange } from "@/lib/coverage/what-if/schema";
import type { Day } from "@/lib/time/day";

type Named = readonly { id: string; name: string }[];

/** The words for changes, days and weekdays of a what-if question. */
export function useChangeWords(options: WhatIfOptions, pools: Named, duties: Named) {
  const t = useTranslations("whatIf.change");
  const dayWords = useDayWords();
  const namesOfWeekdays = useWeekdayWords();
  const weekdayWords = (weekday: number) => namesOfWeekdays(weekday, "long");
  const nameIn = (list: Named, id: string) => list.find((one) => one.id === id)?.name ?? t("unknown");

  function leaveWords({ name, from, to }: WaitingLeave): string {
    return t("leave", { name, from: dayWords(from), to: dayWords(to) });
  }

  function joinsOn({ from }: { from?: Day | undefined }): string[] {
    return from ? [t("joinsOn", { on: dayWords(from) })] : [];
  }

  function wordsOf(change: WhatIfChange): string {
    switch (change.kind) {
      case "resigns":
        return t("resigns", {
          name: nameIn(options.assistants, change.assistantId),
          on: dayWords(change.from),
        });
      case "executive_joins": {
        const named = change.duties.map(({ dutyId, minutesPerDay }) =>
          t("duty", { duty: nameIn(duties, dutyId), minutes: minutesPerDay }),
        );
        return [
          t("executiveJoins", { name: nameIn(options.executives, change.likeExecutiveId) }),
          ...joinsOn(change),
          ...(change.tier ? [t("tier", { tier: change.tier })] : []),
          ...(named.length > 0 ? [named.join(", ")] : []),
          change.primaryAssistantId
            ? t("primary", { name: nameIn(options.assistants, change.primaryAssistantId) })
            : t("noPrimary"),
        ].join(" · ");
      }
      case "assistant_joins":
        return [
          t("assistantJoins", { name: nameIn(options.assistants, change.likeAssistantId) }),
          ...joinsOn(change),
        ].join(" · ");
      case "no_cover":
        return t("noCover", { weekday: weekdayWords(change.weekday) });
      case "leave_approved": {
        const leave = options.leave.find((one) => one.id === change.absenceId);
        return leave ? t("leaveApproved", { leave: leaveWords(leave) }) : t("leaveGone");
      }
      case "pool_lends":
        return t("poolLends", { name: nameIn(pools, change.poolId) });
      case "skill_raised":
        return t("skillRaised", {
          name: nameIn(options.assistants, change.assistantId),
          duty: nameIn(duties, change.dutyId),
          level: change.level,
        });
    }
  }

  return { wordsOf, leaveWords, weekdayWords };
}
