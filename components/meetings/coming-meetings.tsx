import { CalendarCheck2 } from "lucide-react";
import { cx } from "@/components/ui/layout/cx";
import { useMeetingWords } from "./use-meeting-words";

type ComingMeetingsProps = {
  meetings: readonly {
    id: string;
    title: string | null;
    place: string;
    executive: string;
    startsAt: Date;
    minutes: number;
    timeZone: string;
  }[];
  /** The page of a meeting, where the reader has one. */
  hrefOf: (id: string) => string;
  /** Within a page that has margins of its own. */
  isWithin?: boolean;
};

/** Settled meetings, the next one first: when, what, and where. */
export function ComingMeetings({ meetings, hrefOf, isWithin }: ComingMeetingsProps) {
  return (
    <ul>
      {meetings.map((meeting) => (
        <ComingMeeting key={meeting.id} meeting={meeting} href={hrefOf(meeting.id)} isWithin={isWithin} />
      ))}
    </ul>
  );
}

type ComingMeetingProps = {
  meeting: ComingMeetingsProps["meetings"][number];
  href: string;
  isWithin?: boolean | undefined;
};

function ComingMeeting({ meeting, href, isWithin }: ComingMeetingProps) {
  const { title, place, executive, startsAt, minutes, timeZone } = meeting;
  const { day, hours } = useMeetingWords(minutes)(startsAt.toISOString(), timeZone);
  return (
    <li
      className={cx(
        "relative flex min-h-12 flex-wrap items-center gap-x-3 gap-y-0.5 border-b border-hair py-2",
        !isWithin && "px-4 md:px-6",
      )}
    >
      <CalendarCheck2 aria-hidden className="size-4 shrink-0 text-ink-2" />
      <span className="tnum text-sm font-medium">
        {day}, {hours}
      </span>
      <a href={href} className="min-w-0 flex-1 basis-40 truncate text-sm after:absolute after:inset-0">
        {title}
      </a>
      <span className="truncate text-xs text-ink-2">{[executive, place].filter(Boolean).join(" · ")}</span>
    </li>
  );
}
