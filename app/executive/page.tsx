import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LivePage } from "@/components/live/live-page";
import { RequestForm } from "@/components/requests/request-form";
import { requireExecutive } from "@/lib/auth/guards";
import { getExecutiveSupport } from "@/lib/coverage/serving/queries-support";
import { listLettersToApprove } from "@/lib/letters/queries";
import { listUnratedCovers } from "@/lib/matching/outcomes/queries";
import { listOwnTrials } from "@/lib/matching/trials/queries";
import { listComingMeetings } from "@/lib/meetings/queries-coming";
import { listOwnMessages } from "@/lib/requests/messages/queries";
import { listOwnRequestsAtHand } from "@/lib/requests/queries";
import { listRequestedDuties } from "@/lib/requests/queries-duties";
import { listOwnPlaces } from "@/lib/requests/queue/queries-places";
import { listRequestTypes } from "@/lib/requests/types/queries";
import { ComingDays } from "./_components/coming-days";
import { ComingOwnMeetings } from "./_components/coming-own-meetings";
import { OwnLetters } from "./_components/own-letters";
import { OwnMessages } from "./_components/own-messages";
import { RateCovers } from "./_components/rate-covers";
import { RequestsAtHand } from "./_components/requests-at-hand";
import { RightNow } from "./_components/right-now";
import { TrialsHere } from "./_components/trials-here";
import { fileRequest } from "./actions";

const DAYS_READ = 16;
const REQUESTS_SHOWN = 12;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("executive");
  return { title: t("title") };
}

export default async function MySupportPage() {
  const ctx = await requireExecutive();
  const [support, duties, types, messages, requests, unrated, letters, meetings, trials] = await Promise.all([
    getExecutiveSupport(ctx, { days: DAYS_READ }),
    listRequestedDuties(ctx),
    listRequestTypes(ctx),
    listOwnMessages(ctx),
    listOwnRequestsAtHand(ctx, { limit: REQUESTS_SHOWN }),
    listUnratedCovers(ctx),
    listLettersToApprove(ctx),
    listComingMeetings(ctx),
    listOwnTrials(ctx),
  ]);
  const places = await listOwnPlaces(ctx, requests.items);
  const { now, today, days, dutyNames } = support;
  return (
    <div className="flex flex-col pb-8 md:px-10 md:pt-8">
      <LivePage kinds={["request", "cover", "support", "absence"]} />
      <RightNow {...{ now, today, days }} />
      <div className="px-4 pt-4 max-md:order-none md:order-1 md:px-0 md:pt-8">
        <RequestForm action={fileRequest} types={types} duties={duties} today={today} goesTo={now} />
      </div>
      <ComingDays {...{ days, today, dutyNames }} />
      <div className="md:order-2">
        <TrialsHere trials={trials} />
        <OwnLetters letters={letters} />
        <OwnMessages messages={messages} />
        <ComingOwnMeetings meetings={meetings} />
        <RequestsAtHand requests={requests.items} count={requests.count} places={places} />
        <RateCovers covers={unrated} />
      </div>
    </div>
  );
}
