import { Check } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CareersFrame } from "../../../_components/careers-frame";
import { readAd } from "../../read-ad";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("careers.done"))("title"), robots: { index: false } };
}

export default async function AppliedPage({ params }: PageProps<"/careers/[slug]/apply/done">) {
  const { ad, text } = await readAd((await params).slug);
  const t = await getTranslations("careers.done");
  const steps = [t("received"), t("read"), t("interview"), t("answer")];
  return (
    <CareersFrame employer={ad.employer} path={`/careers/${ad.slug}/apply/done`}>
      <span className="grid size-16 place-items-center rounded-full bg-own-bg text-accent">
        <Check aria-hidden className="size-8" />
      </span>
      <div className="grid gap-2">
        <h1 className="text-3xl font-semibold tracking-tight">{t("title")}</h1>
        <p className="text-[1.0625rem] text-ink-2 text-pretty">{t("lead", { job: text.title })}</p>
      </div>
      <h2 className="text-xl font-semibold">{t("next")}</h2>
      <ol className="grid gap-4 border-l border-line-2 pl-5 text-[1.0625rem]">
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
    </CareersFrame>
  );
}
