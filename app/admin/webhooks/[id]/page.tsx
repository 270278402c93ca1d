import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Notice } from "@/components/ui/layout/notice";
import { Page, PageHeader, Section } from "@/components/ui/layout/page";
import { requireAdministrator } from "@/lib/auth/guards";
import { WEBHOOK_EVENTS } from "@/lib/catalogues/notices";
import { idOf, orNotFound } from "@/lib/server/page";
import { listWebhookDeliveries, requireWebhook } from "@/lib/webhooks/queries";
import { DeliveryList } from "../_components/delivery-list";
import { WebhookActs } from "../_components/webhook-acts";
import { WebhookForm } from "../_components/webhook-form";
import { WebhookState } from "../_components/webhook-state";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("accounts.webhooks"))("one") };
}

export default async function WebhookPage({ params }: PageProps<"/admin/webhooks/[id]">) {
  const ctx = await requireAdministrator();
  const id = idOf((await params).id);
  const t = await getTranslations("accounts.webhooks");
  const [webhook, deliveries] = await orNotFound(() =>
    Promise.all([requireWebhook(ctx, id), listWebhookDeliveries(ctx, id)]),
  );
  const isOn = webhook.disabledBy === null;
  return (
    <Page width="text">
      <PageHeader
        title={webhook.name}
        back={{ href: "/admin/webhooks", label: t("title") }}
        meta={<WebhookState webhook={webhook} />}
      />
      {webhook.disabledBy && webhook.disabledBy !== "administrator" && (
        <Notice tone="gap">{t(`ended.${webhook.disabledBy}`)}</Notice>
      )}
      <Section title={t("acts")}>
        <WebhookActs id={id} isOn={isOn} />
      </Section>
      <Section title={t("deliveries")}>
        <p className="text-xs text-ink-2">{t("deliveriesHint")}</p>
        <DeliveryList id={id} isOn={isOn} deliveries={deliveries} />
      </Section>
      <Section title={t("settings")}>
        <WebhookForm events={[...WEBHOOK_EVENTS]} webhook={webhook} />
      </Section>
    </Page>
  );
}
