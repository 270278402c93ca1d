import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getNow, getTranslations } from "next-intl/server";
import { z } from "zod";
import { asAnyone } from "@/lib/auth/guards";
import { findDraft, keptMonthsOfAd } from "@/lib/hiring/applications/queries";
import { parseSearchParams } from "@/lib/server/page";
import { CareersFrame } from "../../_components/careers-frame";
import { readAd } from "../read-ad";
import { ApplyForm } from "./_components/apply-form";

const Asked = z.object({ draft: z.uuid().optional(), via: z.string().max(40).optional() });

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("careers.apply"))("submit"), robots: { index: false } };
}

export default async function ApplyPage({ params, searchParams }: PageProps<"/careers/[slug]/apply">) {
  const { ad, locale, text } = await readAd((await params).slug);
  if (ad.state !== "open") redirect(`/careers/${ad.slug}?lang=${locale}`);
  const t = await getTranslations("careers.apply");
  const { draft: draftId, via } = (await parseSearchParams(Asked, searchParams)).filter;
  const ctx = asAnyone();
  const [draft, months] = await Promise.all([
    draftId ? findDraft(ctx, ad.id, draftId) : null,
    keptMonthsOfAd(ctx, ad.id),
  ]);
  return (
    <CareersFrame employer={ad.employer} path={`/careers/${ad.slug}/apply`}>
      <h1 className="text-3xl font-semibold tracking-tight text-pretty">{t("title", { job: text.title })}</h1>
      <ApplyForm
        {...{ ad, locale, months, draft, draftId }}
        via={via ?? ""}
        startedAt={(await getNow()).getTime()}
      />
    </CareersFrame>
  );
}
