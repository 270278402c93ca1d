import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { peopleChoices } from "@/app/_shared/forms/choices";
import { Page, PageHeader } from "@/components/ui/layout/page";
import { requireManager } from "@/lib/auth/guards";
import { localeOf } from "@/lib/i18n/locales";
import { AssistantForm } from "../_components/assistant-form";
import { newAssistantValues } from "../_components/assistant-values";
import { createAssistantAction } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("people.assistants"))("new") };
}

export default async function NewAssistantPage() {
  const ctx = await requireManager();
  const t = await getTranslations("people.assistants");
  const choices = await peopleChoices(ctx, localeOf(await getLocale()));
  return (
    <Page width="text">
      <PageHeader title={t("new")} back={{ href: "/manager/assistants", label: t("title") }} />
      <AssistantForm
        action={createAssistantAction}
        values={newAssistantValues(choices.pools[0]?.value ?? "")}
        choices={choices}
        cancelHref="/manager/assistants"
        isNew
      />
    </Page>
  );
}
