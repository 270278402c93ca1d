import { useTranslations } from "next-intl";
import { JustChanged } from "@/components/live/just-changed";
import { MeetingBadge } from "@/components/meetings/meeting-badge";
import { useMeetingWords } from "@/components/meetings/use-meeting-words";
import type { OfficeMeetingView } from "@/lib/meetings/schema";

/** A meeting in one line: what and for whom, how it stands, and when it is or who has answered. */
export function MeetingLine({ meeting, href }: { meeting: OfficeMeetingView; href: string }) {
  const t = useTranslations("meetings");
  const words = useMeetingWords(meeting.minutes);
  const { id, title, executiveName, status, startsAt, people, timeZone } = meeting;
  const when = startsAt ? words(startsAt, timeZone) : null;
  const answered = people.filter(({ hasAnswered }) => hasAnswered).length;
  return (
    <li className="relative flex min-h-12 flex-wrap items-center gap-x-4 gap-y-1 border-b border-hair py-1.5 hover:bg-canvas">
      <div className="min-w-0 flex-1 basis-56">
        <a href={href} className="block truncate text-sm font-medium after:absolute after:inset-0">
          {title}
        </a>
        <p className="truncate text-xs text-ink-2">{executiveName}</p>
        <JustChanged id={id} />
      </div>
      <MeetingBadge status={status} />
      <span className="tnum text-sm text-ink-2 md:w-52 md:text-right">
        {when && `${when.day}, ${when.hours}`}
        {status === "polling" && t("answered", { count: answered, of: people.length })}
        {status === "planning" && t("noTime")}
      </span>
    </li>
  );
}
