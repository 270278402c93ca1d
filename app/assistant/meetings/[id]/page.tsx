import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LivePage } from "@/components/live/live-page";
import { MeetingBadge } from "@/components/meetings/meeting-badge";
import { Page, PageHeader } from "@/components/ui/layout/page";
import { requireAssistant } from "@/lib/auth/guards";
import { env, isMailOn } from "@/lib/env";
import { listArrangementOwners } from "@/lib/meetings/arrangements/queries";
import { voteToken } from "@/lib/meetings/poll/queries";
import { requireOfficeMeeting } from "@/lib/meetings/queries";
import { findFreeTimes } from "@/lib/meetings/times/queries";
import { requireRequestRow } from "@/lib/requests/queries";
import { idOf, orNotFound } from "@/lib/server/page";
import { addDays, type Day } from "@/lib/time/day";
import { dayIn } from "@/lib/time/zone";
import { Arrangements } from "../_components/arrangements";
import { ChangeMeeting } from "../_components/change-meeting";
import { FreeTimes } from "../_components/free-times";
import { Invitation } from "../_components/invitation";
import { PollTable } from "../_components/poll-table";
import { WhoTakesPart } from "../_components/who-takes-part";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("meetings"))("one") };
}

export default async function MeetingPage({ params }: PageProps<"/assistant/meetings/[id]">) {
  const ctx = await requireAssistant();
  const t = await getTranslations("meetings");
  const [meeting, free] = await orNotFound(async () => {
    const id = idOf((await params).id);
    return Promise.all([requireOfficeMeeting(ctx, id), findFreeTimes(ctx, { id })]);
  });
  const request = await orNotFound(() => requireRequestRow(ctx, meeting.requestId));
  const owners = (await listArrangementOwners(ctx, request)).map(({ userId, name }) => ({
    value: userId,
    label: name,
  }));
  const startsOn = meeting.startsAt ? dayIn(meeting.timeZone, new Date(meeting.startsAt)) : meeting.from;
  const dueOn = addDays(startsOn as Day, -1);
  const { id, title, executiveName, status, people, options } = meeting;
  const isOver = status === "cancelled";
  const links = status === "polling" ? people.map((person) => voteAddress(person.id)) : [];
  return (
    <Page width="full">
      <LivePage kinds={["request"]} ids={[id]} />
      <PageHeader
        title={title}
        meta={t("for", { name: executiveName })}
        back={{ href: "/assistant/meetings", label: t("title") }}
        actions={<MeetingBadge status={status} />}
      />
      <div className="grid gap-x-8 gap-y-4 min-[1100px]:grid-cols-[22rem_minmax(0,1fr)]">
        <div className="grid min-w-0 content-start gap-4">
          <WhoTakesPart
            meeting={meeting}
            notKnown={free.notKnown}
            hoursOnly={free.hoursOnly}
            links={links}
            isMailOn={isMailOn()}
          />
          {!isOver && <ChangeMeeting meeting={meeting} />}
        </div>
        <div className="grid min-w-0 content-start gap-4">
          <Invitation meeting={meeting} isMailOn={isMailOn()} />
          <Arrangements meeting={meeting} owners={owners} dueOn={dueOn} />
          {!isOver && <FreeTimes key={meeting.version} meeting={meeting} free={free} />}
          {options.length > 0 && <PollTable meeting={meeting} />}
        </div>
      </div>
    </Page>
  );
}

function voteAddress(personId: string): string {
  return `${env().NEXTAUTH_URL}/m/${voteToken(personId)}`;
}
