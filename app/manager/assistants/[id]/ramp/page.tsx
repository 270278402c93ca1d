import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { RampSteps } from "@/components/mentoring/ramp-steps";
import { EmptyState } from "@/components/ui/layout/empty-state";
import { Page, PageHeader, Section } from "@/components/ui/layout/page";
import { requireAssistantRecord } from "@/lib/assistants/queries";
import { requireManager } from "@/lib/auth/guards";
import { namesIn } from "@/lib/i18n/locales";
import { requireRamp } from "@/lib/mentoring/ramp/queries";
import { listDuties } from "@/lib/pools/queries-duties";
import { getPoolDay } from "@/lib/pools/queries-today";
import { idOf, orNotFound } from "@/lib/server/page";
import { signForNewcomer } from "../../actions";
import { RampForm } from "./_components/ramp-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("mentoring.ramp"))("title") };
}

export default async function RampPage({ params }: PageProps<"/manager/assistants/[id]/ramp">) {
  const ctx = await requireManager();
  const id = idOf((await params).id);
  const t = await getTranslations("mentoring.ramp");
  const [assistant, steps] = await orNotFound(() =>
    Promise.all([requireAssistantRecord(ctx, id), requireRamp(ctx, id)]),
  );
  const [duties, today] = await Promise.all([listDuties(ctx), getPoolDay(ctx, assistant.poolId)]);
  const dutyNames = namesIn(ctx.actor.locale, duties);
  const open = steps.filter(({ signedOffOn }) => signedOffOn === null);
  const values = Object.fromEntries(
    open.flatMap(({ dutyId, fromWeek, level }, row) => [
      [`steps.${row}.dutyId`, dutyId],
      [`steps.${row}.fromWeek`, String(fromWeek)],
      [`steps.${row}.level`, String(level)],
    ]),
  );
  return (
    <Page width="text">
      <PageHeader title={t("title")} back={{ href: `/manager/assistants/${id}`, label: assistant.name }}>
        <p className="pt-3 text-base text-ink-2">{t("hint", { name: assistant.name })}</p>
      </PageHeader>
      {steps.length > 0 ? (
        <RampSteps assistantId={id} {...{ steps, dutyNames, today }} sign={signForNewcomer} />
      ) : (
        <EmptyState>{t("none")}</EmptyState>
      )}
      <Section title={t("edit")}>
        <RampForm
          key={open.map((step) => step.id).join()}
          id={id}
          duties={duties.map((duty) => ({ value: duty.id, label: dutyNames[duty.id] ?? duty.id }))}
          values={values}
        />
      </Section>
    </Page>
  );
}
