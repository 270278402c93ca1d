import { useTranslations } from "next-intl";
import { MeetingBadge } from "@/components/meetings/meeting-badge";
import { useMeetingWords } from "@/components/meetings/use-meeting-words";
import { LinkButton } from "@/components/ui/forms/link-button";
import type { OfficeMeetingView } from "@/lib/meetings/schema";
import { InvitationAnswer } from "./invitation-answer";

type OwnMeetingProps = { meeting: OfficeMeetingView & { personId: string | null }; answer: string | null };

/** One of the executive's meetings: when and where it is, or the way to say when one can. */
export function OwnMeeting({ meeting, answer }: OwnMeetingProps) {
  const t = useTranslations("meetings");
  const words = useMeetingWords(meeting.minutes);
  const { id, title, place, startsAt, timeZone, status, people, personId } = meeting;
  const when = startsAt ? words(startsAt, timeZone) : null;
  const own = people.find((person) => person.id === personId);
  const hasAnswered = own?.hasAnswered ?? false;
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-hair py-3">
      <div className="min-w-0 flex-1 basis-56">
        <p className="font-medium">{title}</p>
        <p className="tnum text-sm text-ink-2">
          {when ? [`${when.day}, ${when.hours}`, place].filter(Boolean).join(" · ") : t("noTime")}
        </p>
      </div>
      {own && status === "confirmed" ? (
        <InvitationAnswer id={id} title={title} reply={own.reply} />
      ) : (
        <MeetingBadge status={status} />
      )}
      {answer && (
        <LinkButton href={answer} variant={hasAnswered ? undefined : "primary"}>
          {t(hasAnswered ? "changeAnswer" : "sayWhen")}
        </LinkButton>
      )}
    </li>
  );
}
