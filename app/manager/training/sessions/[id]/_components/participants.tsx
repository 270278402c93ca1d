import { useFormatter, useTranslations } from "next-intl";
import { useDayWords } from "@/components/time/use-day-words";
import { Avatar } from "@/components/ui/layout/avatar";
import { hoursText } from "@/lib/time/hours";
import type { EnrolmentView } from "@/lib/training/enrolments/schema";
import type { SessionView } from "@/lib/training/sessions/schema";
import { GiveBack } from "./give-back";
import { MarkDate } from "./mark-date";
import { OtherSession } from "./other-session";

type ParticipantsProps = {
  enrolments: readonly EnrolmentView[];
  session: SessionView;
  canGiveBack: boolean;
  /** The dates that have begun, whose attendance can be marked. */
  begun: readonly SessionView["dates"][number][];
  attendance: readonly { enrolmentId: string; dateId: string; minutes: number }[];
  /** Other sessions of the course that a participant may be moved to. */
  others: readonly SessionView[];
};

/** Who has a seat, or is offered one; from the beginning of a date, who was there. */
export function Participants({
  enrolments,
  session,
  canGiveBack,
  begun,
  attendance,
  others,
}: ParticipantsProps) {
  const t = useTranslations("training.participants");
  const format = useFormatter();
  const dayWords = useDayWords();
  const { timeZone } = session;
  const sessions = others.map(({ id, dates: [first] }) => ({
    value: id,
    label: first ? `${dayWords(first.on)}, ${hoursText(first)}` : "",
  }));
  const minutesOf = (enrolmentId: string, dateId: string) =>
    attendance.find((one) => one.enrolmentId === enrolmentId && one.dateId === dateId)?.minutes ?? null;
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
                {t(enrolment.isInvited ? "invited" : "offered", {
                  until: format.dateTime(new Date(enrolment.offerUntil), "moment", { timeZone }),
                })}
              </span>
            )}
            {isOutcome(enrolment.status) && (
              <span className="text-xs text-ink-2">{t(`outcome.${enrolment.status}`)}</span>
            )}
          </p>
          {canGiveBack && enrolment.status === "booked" && (
            <div className="flex flex-wrap gap-x-3 max-sm:col-span-full max-sm:pl-8 has-[details[open]]:col-span-full has-[details[open]]:pl-8">
              {sessions.length > 0 && <OtherSession enrolment={enrolment} sessions={sessions} />}
              <GiveBack enrolment={enrolment} />
            </div>
          )}
          {enrolment.status !== "offered" &&
            begun.map((date) => (
              <MarkDate
                key={`${date.id} ${enrolment.version}`}
                enrolment={enrolment}
                date={date}
                label={session.dates.length > 1 ? dayWords(date.on) : null}
                minutes={minutesOf(enrolment.id, date.id)}
              />
            ))}
        </li>
      ))}
    </ul>
  );
}

const OUTCOMES = ["attended", "incomplete", "no_show"] as const;

function isOutcome(status: EnrolmentView["status"]): status is (typeof OUTCOMES)[number] {
  return OUTCOMES.some((outcome) => outcome === status);
}
