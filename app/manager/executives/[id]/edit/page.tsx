import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { peopleChoices } from "@/app/_shared/forms/choices";
import { Page, PageHeader } from "@/components/ui/layout/page";
import { requireManager } from "@/lib/auth/guards";
import { requireExecutiveRecord } from "@/lib/executives/queries";
import { localeOf } from "@/lib/i18n/locales";
import { idOf, orNotFound } from "@/lib/server/page";
import { ExecutiveForm } from "../../_components/executive-form";
import { executiveValues } from "../../_components/executive-values";
import { changeExecutiveAction } from "../../actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("people.executives"))("edit") };
}

export default async function EditExecutivePage({ params }: { params: Promise<{ id: string }> }) {
  const ctx = await requireManager();
  const id = idOf((await params).id);
  const executive = await orNotFound(() => requireExecutiveRecord(ctx, id));
  const t = await getTranslations("people.executives");
  const spoken = executive.languages.map(({ language }) => language);
  const choices = await peopleChoices(ctx, localeOf(await getLocale()), spoken);
  const href = `/manager/executives/${id}`;
  return (
    <Page width="text">
      <PageHeader title={t("edit")} back={{ href, label: executive.name }} />
      <ExecutiveForm
        action={changeExecutiveAction}
        values={executiveValues(executive)}
        choices={choices}
        cancelHref={href}
        isNew={false}
      />
    </Page>
  );
}
