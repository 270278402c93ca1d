import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LivePage } from "@/components/live/live-page";
import { RequestForm } from "@/components/requests/request-form";
import { LinkButton } from "@/components/ui/forms/link-button";
import { Page, PageHeader, Section } from "@/components/ui/layout/page";
import { requireExecutive } from "@/lib/auth/guards";
import { getServingAssistant } from "@/lib/coverage/serving/queries";
import { getExecutiveSupport } from "@/lib/coverage/serving/queries-week";
import { listOwnRequests } from "@/lib/requests/queries";
import { listRequestedDuties } from "@/lib/requests/queries-duties";
import { ListRequestsInput } from "@/lib/requests/schema";
import { OwnRequests } from "./_components/own-requests";
import { SupportDays } from "./_components/support-days";
import { WhoIsThere } from "./_components/who-is-there";
import { fileRequest } from "./actions";

const DAYS_SHOWN = 10;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("executive");
  return { title: t("title") };
}

export default async function MySupportPage() {
  const ctx = await requireExecutive();
  const t = await getTranslations("executive");
  const [serving, support, duties, open] = await Promise.all([
    getServingAssistant(ctx, ctx.actor.executive.id),
    getExecutiveSupport(ctx, { days: DAYS_SHOWN }),
    listRequestedDuties(ctx),
    listOwnRequests(ctx, ListRequestsInput.parse({ show: "open", limit: 5 })),
  ]);
  return (
    <Page>
      <LivePage kinds={["request", "cover", "support", "absence"]} />
      <PageHeader title={t("title")} />
      <WhoIsThere serving={serving} />
      <div className="grid gap-x-10 gap-y-6 lg:grid-cols-[1fr_360px]">
        <div className="grid content-start gap-6">
          <Section title={t("ask")}>
            <RequestForm action={fileRequest} duties={duties} today={support.today} />
          </Section>
          {open.items.length > 0 && (
            <Section
              title={t("mine")}
              actions={<LinkButton href="/executive/requests">{t("allMine")}</LinkButton>}
            >
              <OwnRequests requests={open.items} />
            </Section>
          )}
        </div>
        <Section title={t("coming")}>
          <SupportDays days={support.days} today={support.today} dutyNames={support.dutyNames} />
        </Section>
      </div>
    </Page>
  );
}
