import type { Metadata } from "next";
import { getFormatter, getLocale, getTranslations } from "next-intl/server";
import { asAnyone } from "@/lib/auth/guards";
import { StoredTexts } from "@/lib/hiring/ads/schema";
import { findByLink } from "@/lib/hiring/applications/queries";
import { isStage } from "@/lib/hiring/applications/rules";
import { findInterviewByLink } from "@/lib/hiring/interviews/queries";
import { findJobOfferByLink } from "@/lib/hiring/offers/queries";
import { localeOf } from "@/lib/i18n/locales";
import { CareersFrame } from "../../_components/careers-frame";
import { Act } from "./_components/act";
import { OwnInterview } from "./_components/own-interview";
import { eraseAll, takeBack } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return {
    title: (await getTranslations("careers.status"))("title"),
    robots: { index: false, follow: false },
    // Its address stays within Standby; without any referrer a form sent before script would name no origin, and be refused.
    referrer: "same-origin",
  };
}

export default async function StatusPage({ params }: PageProps<"/careers/status/[token]">) {
  const { token } = await params;
  const t = await getTranslations("careers.status");
  const locale = localeOf(await getLocale());
  const row = token === "erased" ? null : await findByLink(asAnyone(), token);
  const path = `/careers/status/${encodeURIComponent(token)}`;
  if (!row)
    return (
      <CareersFrame employer={t("title")} path={path}>
        <h1 className="text-2xl font-semibold">{t(token === "erased" ? "erased" : "unknown")}</h1>
      </CareersFrame>
    );
  const format = await getFormatter();
  const texts = StoredTexts.parse(row.adVersion.texts);
  const job = texts[locale].title || texts.en.title || texts.sv.title;
  // A no is said by the mail, and not before it has gone.
  const isOpen = isStage(row.status);
  const offer = isOpen ? await findJobOfferByLink(asAnyone(), token) : null;
  const offerWords = await getTranslations("careers.offer");
  const interview = isOpen ? await findInterviewByLink(asAnyone(), token) : null;
  return (
    <CareersFrame employer={row.adVersion.jobAd.employer} path={path}>
      <div className="grid gap-2">
        <p className="font-medium text-accent">{job}</p>
        <h1 className="text-3xl font-semibold tracking-tight text-pretty">{t(`headline.${row.status}`)}</h1>
        <p className="text-[1.0625rem] text-ink-2">
          {t("sent", { when: format.dateTime(row.receivedAt, "dayYear") })}
        </p>
      </div>
      {offer && (
        <a
          href={`${path}/offer?lang=${locale}`}
          className="inline-flex h-13 items-center justify-center rounded-lg bg-accent px-5 text-[1.0625rem] font-semibold text-surface"
        >
          {offerWords("read")}
        </a>
      )}
      {interview && <OwnInterview {...{ interview, token, locale }} />}
      <div className="grid divide-y divide-line border-y border-line">
        {isOpen && (
          <Act
            title={t("withdraw")}
            explain={t("withdrawHint")}
            button={t("withdrawNow")}
            action={takeBack.bind(null, token, locale)}
          />
        )}
        <Act
          title={t("erase")}
          explain={t("eraseHint")}
          button={t("eraseNow")}
          action={eraseAll.bind(null, token, locale)}
        />
      </div>
    </CareersFrame>
  );
}
