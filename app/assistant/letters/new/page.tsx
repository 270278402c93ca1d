import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { EmptyState } from "@/components/ui/layout/empty-state";
import { Page, PageHeader } from "@/components/ui/layout/page";
import { requireAssistant } from "@/lib/auth/guards";
import { listLetterTemplates } from "@/lib/letters/templates/queries";
import { listServedRequests } from "@/lib/requests/queries";
import { BeginForm } from "../_components/begin-form";

const MOST_REQUESTS = 100;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("letters"))("new") };
}

export default async function NewLetterPage({ searchParams }: PageProps<"/assistant/letters/new">) {
  const ctx = await requireAssistant();
  const t = await getTranslations("letters");
  const [{ items }, templates, asked] = await Promise.all([
    listServedRequests(ctx, { show: "open", limit: MOST_REQUESTS }),
    listLetterTemplates(ctx),
    searchParams,
  ]);
  return (
    <Page width="text">
      <PageHeader title={t("new")} back={{ href: "/assistant/letters", label: t("title") }} />
      {items.length === 0 ? (
        <EmptyState>{t("form.noRequests")}</EmptyState>
      ) : (
        <BeginForm
          requests={items.map(({ id, summary, executiveName }) => ({
            value: id,
            label: `${summary} · ${executiveName}`,
          }))}
          templates={templates.map(({ id, name, language }) => ({
            value: id,
            label: `${name} (${t(`form.${language}`)})`,
          }))}
          request={typeof asked.request === "string" ? asked.request : undefined}
        />
      )}
    </Page>
  );
}
