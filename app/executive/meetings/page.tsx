import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LivePage } from "@/components/live/live-page";
import { EmptyState } from "@/components/ui/layout/empty-state";
import { Page, PageHeader } from "@/components/ui/layout/page";
import { requireExecutive } from "@/lib/auth/guards";
import { getOwnBusyCalendar } from "@/lib/meetings/busy/queries";
import { voteToken } from "@/lib/meetings/poll/queries";
import { listOwnMeetings } from "@/lib/meetings/queries";
import { OwnMeeting } from "../_components/own-meeting";
import { OwnCalendar } from "./_components/own-calendar";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("meetings"))("mine") };
}

export default async function OwnMeetingsPage() {
  const ctx = await requireExecutive();
  const t = await getTranslations("meetings");
  const [meetings, calendar] = await Promise.all([listOwnMeetings(ctx), getOwnBusyCalendar(ctx)]);
  return (
    <Page width="text">
      <LivePage kinds={["request"]} />
      <PageHeader title={t("mine")} />
      {meetings.length === 0 && <EmptyState>{t("emptyOwn")}</EmptyState>}
      <ul>
        {meetings.map((meeting) => (
          <OwnMeeting
            key={meeting.id}
            meeting={meeting}
            answer={
              meeting.status === "polling" && meeting.personId ? `/m/${voteToken(meeting.personId)}` : null
            }
          />
        ))}
      </ul>
      <OwnCalendar calendar={calendar} />
    </Page>
  );
}
