import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { peopleChoices } from "@/app/_shared/forms/choices";
import { Page, PageHeader } from "@/components/ui/layout/page";
import { requireAssistantRecord } from "@/lib/assistants/queries";
import { requireManager } from "@/lib/auth/guards";
import { localeOf } from "@/lib/i18n/locales";
import { idOf, orNotFound } from "@/lib/server/page";
import { AssistantForm } from "../../_components/assistant-form";
import { assistantValues } from "../../_components/assistant-values";
import { changeAssistantAction } from "../../actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("people.assistants"))("edit") };
}

export default async function EditAssistantPage({ params }: { params: Promise<{ id: string }> }) {
  const ctx = await requireManager();
  const id = idOf((await params).id);
  const assistant = await orNotFound(() => requireAssistantRecord(ctx, id));
  const t = await getTranslations("people.assistants");
  const spoken = assistant.languages.map(({ language }) => language);
  const choices = await peopleChoices(ctx, localeOf(await getLocale()), spoken);
  const href = `/manager/assistants/${id}`;
  return (
    <Page width="text">
      <PageHeader title={t("edit")} back={{ href, label: assistant.name }} />
      <AssistantForm
        action={changeAssistantAction}
        values={assistantValues(assistant)}
        choices={choices}
        cancelHref={href}
        isNew={false}
      />
    </Page>
  );
}
