import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { peopleChoices } from "@/app/_shared/forms/choices";
import { Page, PageHeader } from "@/components/ui/layout/page";
import { requireManager } from "@/lib/auth/guards";
import { localeOf } from "@/lib/i18n/locales";
import { ExecutiveForm } from "../_components/executive-form";
import { newExecutiveValues } from "../_components/executive-values";
import { createExecutiveAction } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("people.executives"))("new") };
}

export default async function NewExecutivePage() {
  const ctx = await requireManager();
  const t = await getTranslations("people.executives");
  const choices = await peopleChoices(ctx, localeOf(await getLocale()));
  return (
    <Page width="text">
      <PageHeader title={t("new")} back={{ href: "/manager/executives", label: t("title") }} />
      <ExecutiveForm
        action={createExecutiveAction}
        values={newExecutiveValues(choices.pools[0]?.value ?? "")}
        choices={choices}
        cancelHref="/manager/executives"
        isNew
      />
    </Page>
  );
}
