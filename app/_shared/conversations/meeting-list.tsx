import { CalendarDays, Users } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { Section } from "@/components/ui/layout/page";
import type { CaseView } from "@/lib/disputes/cases/schema";
import type { MeetingView } from "@/lib/disputes/mediation/schema";
import { CallOffForm } from "./meeting-forms";

/** The meetings one may see, with the answers one may read. */
export function MeetingList({ view }: { view: CaseView }) {
  const t = useTranslations("conversations.meeting");
  const { meetings } = view.mediation;
  if (meetings.length === 0) return null;
  return (
    <Section title={t("title")} className="print:hidden">
      <ul>
        {meetings.map((meeting) => (
          <MeetingRow key={meeting.id} meeting={meeting} view={view} />
        ))}
      </ul>
    </Section>
  );
}

function MeetingRow({ meeting, view }: { meeting: MeetingView; view: CaseView }) {
  const t = useTranslations("conversations.meeting");
  const format = useFormatter();
  const nameOf = (id: string | null) => view.people.find(({ userId }) => userId === id)?.name ?? "";
  const when = format.dateTimeRange(new Date(meeting.startsAt), new Date(meeting.endsAt), {
    ...WHEN,
    timeZone: view.timeZone,
  });
  const Icon = meeting.kind === "joint" ? Users : CalendarDays;
  const isHandler = view.role === "handler";
  return (
    <li className="flex gap-3 border-b border-hair py-2 last:border-0">
      <Icon aria-hidden className="mt-0.5 size-4 shrink-0 text-ink-2" />
      <span className="grid min-w-0 flex-1">
        <span className="text-base font-medium">
          {t(`kind.${meeting.kind}`, { name: nameOf(meeting.withId) })}
        </span>
        <span className="tnum text-sm text-ink-2">{when}</span>
        <span className="text-sm whitespace-pre-wrap text-ink-2">{meeting.words}</span>
        {isHandler &&
          meeting.answers.map(({ userId, comes }) => (
            <span key={userId} className="text-sm">
              {t(comes ? "comes" : "comesNot", { name: nameOf(userId) })}
            </span>
          ))}
      </span>
      <span className="text-xs text-ink-2">
        {meeting.status === "planned" && isHandler ? (
          <CallOffForm caseId={view.id} meetingId={meeting.id} />
        ) : (
          t(`status.${meeting.status}`)
        )}
      </span>
    </li>
  );
}

const WHEN = {
  weekday: "short",
  day: "numeric",
  month: "short",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
} as const;
