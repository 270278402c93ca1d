import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getFormatter, getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { cityOf } from "@/components/meetings/use-meeting-words";
import { asAnyone } from "@/lib/auth/guards";
import { isStage } from "@/lib/hiring/applications/rules";
import { findInterviewByLink } from "@/lib/hiring/interviews/queries";
import { askedOf, findPanelTimes } from "@/lib/hiring/interviews/queries-times";
import { MOST_MOVES } from "@/lib/hiring/interviews/rules";
import { firstTimes } from "@/lib/hiring/interviews/rules-times";
import { localeOf } from "@/lib/i18n/locales";
import { parseSearchParams } from "@/lib/server/page";
import { CareersFrame } from "../../../_components/careers-frame";
import { bookTime } from "../actions";
import { TimeChoices } from "./_components/time-choices";

const Asked = z.object({ why: z.enum(["none", "taken", "late", "busy"]).optional() });

export async function generateMetadata(): Promise<Metadata> {
  return {
    title: (await getTranslations("careers.interview"))("choose"),
    robots: { index: false, follow: false },
    // Its address stays within Standby; without any referrer a form sent before script would name no origin, and be refused.
    referrer: "same-origin",
  };
}

export default async function ChooseTimePage({
  params,
  searchParams,
}: PageProps<"/careers/status/[token]/time">) {
  const { token } = await params;
  const t = await getTranslations("careers.interview");
  const locale = localeOf(await getLocale());
  const { why } = (await parseSearchParams(Asked, searchParams)).filter;
  const ctx = asAnyone();
  const interview = await findInterviewByLink(ctx, token);
  const home = `/careers/status/${encodeURIComponent(token)}`;
  if (!interview || !isStage(interview.application.status)) redirect(`${home}?lang=${locale}`);
  const format = await getFormatter();
  const { timeZone, times } = await findPanelTimes(ctx, askedOf(interview));
  const { minutes, place, people, application } = interview;
  const [name = ""] = (application.candidate.name ?? "").split(" ");
  const starts = times.map((time) => ({ ...time, start: Math.round(Date.parse(time.startsAt) / 60_000) }));
  return (
    <CareersFrame employer={application.adVersion.jobAd.employer} path={`${home}/time`}>
      <div className="grid gap-2">
        <p className="font-medium text-accent">{t("meet", { name })}</p>
        <h1 className="text-3xl font-semibold tracking-tight text-pretty">{t("title")}</h1>
        <p className="text-[1.0625rem] text-ink-2 text-pretty">
          {t("with", { minutes, place, people: format.list(people.map(({ user }) => user.name)) })}
        </p>
      </div>
      {why && (
        <p role="alert" className="rounded-lg border border-line-2 bg-sunken px-4 py-3 font-medium">
          {t(`why.${why}`)}
        </p>
      )}
      {times.length > 0 ? (
        <TimeChoices
          action={bookTime.bind(null, token, locale)}
          first={firstTimes(starts, minutes)}
          times={starts}
          zone={t("zone", { city: cityOf(timeZone) })}
          {...{ timeZone, minutes }}
        />
      ) : (
        <p className="text-[1.0625rem]">{t("noTimes")}</p>
      )}
      <p className="text-base text-ink-2">{t("terms", { count: MOST_MOVES })}</p>
    </CareersFrame>
  );
}
