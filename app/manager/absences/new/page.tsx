import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Page, PageHeader } from "@/components/ui/page";
import { listLeaveTypes } from "@/lib/absences/queries";
import { requireManager } from "@/lib/auth/guards";
import { listAssigneeChoices } from "@/lib/requests/queries";
import { dayFromDate } from "@/lib/time/day";
import { RecordForm } from "../_components/record-form";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("absences");
  return { title: t("record") };
}

export default async function RecordAbsencePage() {
  const ctx = await requireManager();
  const t = await getTranslations("absences");
  const [assistants, types] = await Promise.all([listAssigneeChoices(ctx), listLeaveTypes(ctx)]);
  return (
    <Page width="text">
      <PageHeader title={t("record")} back={{ href: "/manager/absences", label: t("title") }} />
      <RecordForm
        assistants={assistants.map(({ id, name }) => ({ value: id, label: name }))}
        types={types.map((type) => ({
          value: type.id,
          label: ctx.actor.locale === "sv" ? type.nameSv : type.nameEn,
        }))}
        today={dayFromDate(ctx.now)}
      />
    </Page>
  );
}
