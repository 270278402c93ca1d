import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Page, PageHeader } from "@/components/ui/layout/page";
import { requireManager } from "@/lib/auth/guards";
import { env } from "@/lib/env";
import { getFirstSteps } from "@/lib/insight/first-steps/queries";
import { FIRST_STEPS } from "@/lib/insight/first-steps/rules";
import { PutAway } from "./_components/put-away";
import { StepList } from "./_components/step-list";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("firstSteps"))("title") };
}

export default async function FirstStepsPage() {
  const ctx = await requireManager();
  const t = await getTranslations("firstSteps");
  const steps = await getFirstSteps(ctx);
  const count = FIRST_STEPS.filter((step) => steps.done[step]).length;
  return (
    <Page width="text">
      <PageHeader title={t("title")} meta={t("progress", { count, of: FIRST_STEPS.length })} />
      {count === FIRST_STEPS.length && <p className="text-base">{t("allDone")}</p>}
      <StepList steps={steps} publicUrl={env().NEXTAUTH_URL} />
      <PutAway isClosed={steps.isClosed} isDone={count === FIRST_STEPS.length} />
    </Page>
  );
}
