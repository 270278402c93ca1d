import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { assistantsToChoose } from "@/app/_shared/forms/assistants-to-choose";
import { NarrowChoices } from "@/app/_shared/forms/narrow-choices";
import { Page, PageHeader } from "@/components/ui/layout/page";
import { listLeaveTypes } from "@/lib/absences/settings/queries";
import { requireManager } from "@/lib/auth/guards";
import { localeOf, namesIn } from "@/lib/i18n/locales";
import { getOwnWorkingDay } from "@/lib/pools/queries-today";
import { RecordForm } from "../_components/record-form";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("absences");
  return { title: t("record") };
}

export default async function RecordAbsencePage({ searchParams }: PageProps<"/manager/absences/new">) {
  const ctx = await requireManager();
  const t = await getTranslations("absences");
  const [leaveTypes, assistants] = await Promise.all([
    listLeaveTypes(ctx),
    assistantsToChoose(ctx, ctx.actor.managedPoolIds[0] ?? "", searchParams),
  ]);
  const types = Object.entries(
    namesIn(
      localeOf(await getLocale()),
      leaveTypes.filter((type) => !type.isRetired),
    ),
  );
  return (
    <Page width="text">
      <PageHeader title={t("record")} back={{ href: "/manager/absences", label: t("title") }} />
      <NarrowChoices
        assistants={assistants}
        label={t("field.findAssistant")}
        action="/manager/absences/new"
        hint={t("field.findHint", { count: assistants.choices.length })}
      />
      {assistants.choices.length > 0 ? (
        <RecordForm
          assistants={assistants}
          types={types.map(([value, label]) => ({ value, label }))}
          today={await getOwnWorkingDay(ctx)}
        />
      ) : (
        <p className="text-base text-ink-2">{t("field.nobodyFound")}</p>
      )}
    </Page>
  );
}
