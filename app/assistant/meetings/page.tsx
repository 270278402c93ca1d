import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LivePage } from "@/components/live/live-page";
import { EmptyState } from "@/components/ui/layout/empty-state";
import { Page, PageHeader, Section } from "@/components/ui/layout/page";
import { requireAssistant } from "@/lib/auth/guards";
import { listArrangedMeetings } from "@/lib/meetings/queries";
import type { OfficeMeetingView } from "@/lib/meetings/schema";
import { MeetingLine } from "./_components/meeting-line";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("meetings"))("title") };
}

const PARTS = ["open", "coming", "over"] as const;

export default async function ArrangedMeetingsPage() {
  const ctx = await requireAssistant();
  const t = await getTranslations("meetings");
  const meetings = await listArrangedMeetings(ctx);
  const parts = PARTS.map((part) => ({
    part,
    shown: inOrder(
      part,
      meetings.filter((meeting) => partOf(meeting, ctx.now) === part),
    ),
  })).filter(({ shown }) => shown.length > 0);
  return (
    <Page>
      <LivePage kinds={["request"]} />
      <PageHeader title={t("title")} />
      {parts.length === 0 && <EmptyState>{t("empty")}</EmptyState>}
      {parts.map(({ part, shown }) => (
        <Section key={part} title={t(`part.${part}`)} meta={shown.length}>
          <ul>
            {shown.map((meeting) => (
              <MeetingLine key={meeting.id} meeting={meeting} href={`/assistant/meetings/${meeting.id}`} />
            ))}
          </ul>
        </Section>
      ))}
    </Page>
  );
}

function partOf({ status, startsAt }: OfficeMeetingView, now: Date): (typeof PARTS)[number] {
  if (status === "planning" || status === "polling") return "open";
  const isComing = status === "confirmed" && startsAt !== null && new Date(startsAt) >= now;
  return isComing ? "coming" : "over";
}

/** What is to come is read from the next one on, all else from the latest. */
function inOrder(part: (typeof PARTS)[number], meetings: OfficeMeetingView[]): OfficeMeetingView[] {
  return part === "coming" ? meetings.reverse() : meetings;
}
