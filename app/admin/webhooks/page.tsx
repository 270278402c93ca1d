import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { EmptyState } from "@/components/ui/layout/empty-state";
import { Page, PageHeader, Section } from "@/components/ui/layout/page";
import { requireAdministrator } from "@/lib/auth/guards";
import { WEBHOOK_EVENTS } from "@/lib/catalogues/notices";
import { listWebhooks } from "@/lib/webhooks/queries";
import { WebhookForm } from "./_components/webhook-form";
import { WebhookList } from "./_components/webhook-list";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("accounts.webhooks"))("title") };
}

export default async function WebhooksPage() {
  const ctx = await requireAdministrator();
  const t = await getTranslations("accounts.webhooks");
  const webhooks = await listWebhooks(ctx);
  return (
    <Page width="text">
      <PageHeader title={t("title")}>
        <p className="max-w-prose text-sm text-pretty text-ink-2">{t("lead")}</p>
      </PageHeader>
      {webhooks.length > 0 ? <WebhookList webhooks={webhooks} /> : <EmptyState>{t("empty")}</EmptyState>}
      <Section title={t("create")}>
        <WebhookForm events={[...WEBHOOK_EVENTS]} />
      </Section>
    </Page>
  );
}
