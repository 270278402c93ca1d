import { useFormatter, useTranslations } from "next-intl";
import { Avatar } from "@/components/ui/layout/avatar";
import type { EnrolmentView } from "@/lib/training/enrolments/schema";
import { GiveBack } from "./give-back";

type ParticipantsProps = { enrolments: readonly EnrolmentView[]; timeZone: string; canGiveBack: boolean };

/** Who has a seat, or is offered one. */
export function Participants({ enrolments, timeZone, canGiveBack }: ParticipantsProps) {
  const t = useTranslations("training.participants");
  const format = useFormatter();
  return (
    <ul>
      {enrolments.map((enrolment) => (
        <li
          key={enrolment.id}
          className="grid grid-cols-[auto_minmax(0,1fr)_auto] items-center gap-x-2.5 border-b border-hair py-1.5"
        >
          <Avatar name={enrolment.assistantName} size="small" />
          <p className="grid min-w-0 text-sm">
            <span className="truncate font-medium">{enrolment.assistantName}</span>
            {enrolment.offerUntil && (
              <span className="text-xs text-ink-2">
                {t("offered", {
                  until: format.dateTime(new Date(enrolment.offerUntil), "moment", { timeZone }),
                })}
              </span>
            )}
          </p>
          {canGiveBack && enrolment.status === "booked" && <GiveBack enrolment={enrolment} />}
        </li>
      ))}
    </ul>
  );
}
