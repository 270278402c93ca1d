import { Check } from "lucide-react";
import type { Metadata } from "next";
import { getFormatter, getTranslations } from "next-intl/server";
import { OwnTrials } from "@/app/_shared/matching/own-trials";
import { LinkButton } from "@/components/ui/forms/link-button";
import { Page, PageHeader, Section } from "@/components/ui/layout/page";
import { requireAssistant } from "@/lib/auth/guards";
import { getOwnMatching } from "@/lib/matching/knowledge/queries";
import { listOwnTrials } from "@/lib/matching/trials/queries";
import { namesOfDuties } from "@/lib/pools/queries-duties";
import { AcknowledgeForm } from "./_components/acknowledge-form";
import { ExperienceForm } from "./_components/experience-form";
import { FigureList } from "./_components/figure-list";
import { ObjectForm } from "./_components/object-form";
import { OwnExecutives } from "./_components/own-executives";
import { RateForm } from "./_components/rate-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("matching.me"))("title") };
}

export default async function MyMatchingPage() {
  const ctx = await requireAssistant();
  const t = await getTranslations("matching");
  const format = await getFormatter();
  const [own, trials] = await Promise.all([getOwnMatching(ctx), listOwnTrials(ctx)]);
  const dutyNames = await namesOfDuties(
    ctx,
    own.duties.map(({ dutyId }) => dutyId),
  );
  return (
    <Page width="text">
      <PageHeader title={t("me.title")}>
        <p className="max-w-prose text-base text-ink-2">{t("me.intro")}</p>
        {own.acknowledgedAt ? (
          <p className="flex items-center gap-2 text-sm text-ink-2">
            <Check aria-hidden className="size-4" />
            {t("me.read", { moment: format.dateTime(new Date(own.acknowledgedAt), "moment") })}
          </p>
        ) : (
          <p className="max-w-prose text-sm font-medium">{t("me.notRead")}</p>
        )}
        <div className="flex flex-wrap gap-2">
          <LinkButton href="/assistant/matching/how">{t("how.open")}</LinkButton>
          {!own.acknowledgedAt && <AcknowledgeForm />}
        </div>
      </PageHeader>
      {trials.length > 0 && (
        <Section title={t("trial.own")}>
          <OwnTrials trials={trials} side="assistant" />
        </Section>
      )}
      <Section title={t("me.executives")}>
        <OwnExecutives executives={own.executives} />
      </Section>
      <Section title={t("me.figures")}>
        <FigureList own={own} dutyNames={dutyNames} />
        <ExperienceForm years={own.years} />
      </Section>
      <Section title={t("me.styles")}>
        <RateForm styles={own.styles} />
      </Section>
      <Section title={t("me.object")}>
        <ObjectForm own={own} dutyNames={dutyNames} />
      </Section>
    </Page>
  );
}
