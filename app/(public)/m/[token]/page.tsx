import { Clock, MapPin } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SettledTime } from "@/components/meetings/settled-time";
import { cityOf } from "@/components/meetings/use-meeting-words";
import { PublicFrame } from "@/components/shell/public-frame";
import { Notice } from "@/components/ui/layout/notice";
import { asAnyone } from "@/lib/auth/guards";
import { readOwnPoll } from "@/lib/meetings/poll/queries";
import { getPreferences } from "../../../preferences";
import { VoteForm } from "./vote-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("meetings.poll"))("page") };
}

export default async function VotePage({ params }: PageProps<"/m/[token]">) {
  const { token } = await params;
  const t = await getTranslations("meetings.poll");
  const poll = await readOwnPoll(asAnyone(), token);
  return (
    <PublicFrame preferences={await getPreferences()}>
      {poll ? (
        <>
          <header className="grid gap-1">
            <p className="text-sm text-ink-2">{t("asks", { name: poll.executiveName })}</p>
            <h1 className="text-xl font-semibold tracking-tight text-pretty">{poll.title}</h1>
            {poll.place && (
              <p className="flex items-center gap-2 text-ink-2">
                <MapPin aria-hidden className="size-4 shrink-0" />
                {poll.place}
              </p>
            )}
            <p className="flex items-center gap-2 text-ink-2">
              <Clock aria-hidden className="size-4 shrink-0" />
              {t("zone", { city: cityOf(poll.timeZone) })}
            </p>
          </header>
          {poll.state === "open" && <VoteForm token={token} poll={poll} />}
          {poll.state === "confirmed" && poll.startsAt && <SettledTime {...poll} startsAt={poll.startsAt} />}
          {poll.state === "over" && <Notice>{t("over")}</Notice>}
        </>
      ) : (
        <Notice>{t("unknown")}</Notice>
      )}
    </PublicFrame>
  );
}
