import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LivePage } from "@/components/live/live-page";
import { LinkButton } from "@/components/ui/forms/link-button";
import { EmptyState } from "@/components/ui/layout/empty-state";
import { Page, PageHeader } from "@/components/ui/layout/page";
import { requireAssistant } from "@/lib/auth/guards";
import { listOwnOffers } from "@/lib/coverage/offers/queries";
import { OfferRow } from "../../_shared/offers/offer-row";
import { accept, decline } from "../cover-actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("cover.asking"))("title") };
}

export default async function OffersPage() {
  const ctx = await requireAssistant();
  const t = await getTranslations("cover.asking");
  const offers = await listOwnOffers(ctx);
  return (
    <Page width="text">
      <LivePage kinds={["cover"]} />
      <PageHeader title={t("title")} />
      {offers.length === 0 ? (
        <EmptyState action={<LinkButton href="/assistant/week">{t("backToWeek")}</LinkButton>}>
          {t("empty")}
        </EmptyState>
      ) : (
        <ul className="-mx-4 border-t border-line md:-mx-6">
          {offers.map((offer, i) => (
            <OfferRow key={offer.id} offer={offer} actions={{ accept, decline }} isMain={i === 0} />
          ))}
        </ul>
      )}
    </Page>
  );
}
