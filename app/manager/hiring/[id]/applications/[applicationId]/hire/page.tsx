import { Check } from "lucide-react";
import type { Metadata } from "next";
import { getFormatter, getTranslations } from "next-intl/server";
import { EmptyState } from "@/components/ui/layout/empty-state";
import { Page, PageHeader, Section } from "@/components/ui/layout/page";
import { capitalised, languageName } from "@/lib/assistants/rules-names";
import { requireManager } from "@/lib/auth/guards";
import { readHirePlan } from "@/lib/hiring/hires/queries";
import { namesIn } from "@/lib/i18n/locales";
import { listDuties } from "@/lib/pools/queries-duties";
import { idOf, orNotFound } from "@/lib/server/page";
import { type Day, dayToDate } from "@/lib/time/day";
import { HireCandidate } from "./_components/hire-candidate";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("hiring.hire"))("made") };
}

export default async function HirePage({
  params,
}: PageProps<"/manager/hiring/[id]/applications/[applicationId]/hire">) {
  const ctx = await requireManager();
  const t = await getTranslations("hiring.hire");
  const format = await getFormatter();
  const { id, applicationId } = await params;
  const plan = await orNotFound(() => readHirePlan(ctx, idOf(applicationId)));
  const back = {
    href: `/manager/hiring/${id}/applications/${applicationId}`,
    label: plan?.name ?? t("made"),
  };
  if (!plan)
    return (
      <Page width="text">
        <PageHeader title={t("made")} back={back} />
        <EmptyState>{t("noOffer")}</EmptyState>
      </Page>
    );
  const { locale } = ctx.actor;
  const { offer, name } = plan;
  const day = (on: string) =>
    format.dateTime(dayToDate(on as Day), {
      day: "numeric",
      month: "short",
      year: "numeric",
      timeZone: "UTC",
    });
  const checks = [
    t("checkOffer"),
    t("places", { count: plan.placesLeft }),
    t("checkBoard"),
    t("others", { count: plan.others }),
  ];
  return (
    <Page width="full">
      <PageHeader
        title={t("hire", { name })}
        meta={t("start", { day: day(offer.startsOn), percent: offer.ftePercent })}
        back={back}
      />
      <div className="grid gap-8 min-[1000px]:grid-cols-[minmax(0,1fr)_22rem]">
        <HireCandidate
          applicationId={applicationId}
          plan={{ ...plan, supports: plan.supports, offer }}
          duties={Object.entries(namesIn(locale, await listDuties(ctx))).map(([value, label]) => ({
            value,
            label,
          }))}
          languageNames={Object.fromEntries(
            plan.languages.map(({ language }) => [language, capitalised(languageName(language, locale))]),
          )}
          sessions={plan.sessions.map((one) => ({
            value: one.id,
            label: t("session", { name: one.name, day: day(one.on) }),
          }))}
        />
        <Section title={t("checks")}>
          <ul className="grid">
            {checks.map((check) => (
              <li key={check} className="flex gap-2 border-b border-hair py-2">
                <Check aria-hidden className="mt-0.5 size-4 shrink-0 text-accent" />
                {check}
              </li>
            ))}
          </ul>
        </Section>
      </div>
    </Page>
  );
}
