import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LivePage } from "@/components/live/live-page";
import { LinkButton } from "@/components/ui/forms/link-button";
import { EmptyState } from "@/components/ui/layout/empty-state";
import { Page, Section } from "@/components/ui/layout/page";
import { requireManager } from "@/lib/auth/guards";
import { listMandatory } from "@/lib/training/mandatory/queries";
import { TrainingHeader } from "../_components/training-header";
import { LackingList } from "./_components/lacking-list";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("training"))("view.mandatory") };
}

/** Who has to attend what and has not, the soonest due first. */
export default async function MandatoryPage() {
  const ctx = await requireManager();
  const t = await getTranslations("training.mandatoryList");
  const courses = await listMandatory(ctx);
  return (
    <Page width="text">
      <LivePage kinds={["training", "person"]} />
      <TrainingHeader current="mandatory" />
      {courses.length === 0 && <EmptyState>{t("none")}</EmptyState>}
      {courses.map(({ courseId, course, people, holding, lacking }) => (
        <Section key={courseId} title={t("course", { course, holding, people })}>
          {lacking.length > 0 ? (
            <>
              <LackingList lacking={lacking} />
              <LinkButton href={`/manager/training/find-dates?course=${courseId}`} className="w-fit">
                {t("findDates")}
              </LinkButton>
            </>
          ) : (
            <p className="text-sm text-ink-2">{t("all")}</p>
          )}
        </Section>
      ))}
    </Page>
  );
}
