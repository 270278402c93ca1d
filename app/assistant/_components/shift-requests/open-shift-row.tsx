import { useTranslations } from "next-intl";
import { TapForm } from "@/app/_shared/forms/tap-form";
import { namedWork, type RoleNames } from "@/app/_shared/swaps/asked-shift";
import { useDayWords } from "@/components/time/use-day-words";
import type { ShiftRequestFacts } from "@/lib/schedules/swaps/queries";
import type { PlannedShift } from "@/lib/schedules/week/rules";
import { shortHoursText } from "@/lib/time/hours";
import { cancelRequest, take } from "../../schedule-actions";

type OpenShiftRowProps = { shift: PlannedShift; roles: RoleNames; offered?: ShiftRequestFacts | undefined };

/** A shift that nobody works yet, and one tap to offer to take it, or to take the offer back. */
export function OpenShiftRow({ shift, roles, offered }: OpenShiftRowProps) {
  const t = useTranslations("schedule.mine");
  const dayWords = useDayWords();
  const of = { shift: `${dayWords(shift.on)}, ${shortHoursText(shift)}` };
  return (
    <li className="flex min-h-15 items-center gap-3 border-b border-hair py-1.5">
      <span className="min-w-0 flex-1">
        <span className="tnum block font-medium">{of.shift}</span>
        <span className="block truncate text-sm text-ink-2">
          {offered ? t("offered") : namedWork(shift, roles)}
        </span>
      </span>
      {offered ? (
        <TapForm
          action={cancelRequest}
          fields={{ id: offered.id, version: offered.version }}
          label={t("takeBack")}
          of={t("takeBackOf", of)}
          done={t("takenBack")}
          variant="ghost"
        />
      ) : (
        <TapForm
          action={take}
          fields={{ kind: "take", shiftId: shift.id }}
          label={t("take")}
          of={t("takeOf", of)}
          done={t("takeDone")}
        />
      )}
    </li>
  );
}
