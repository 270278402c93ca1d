import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { readSearched } from "@/app/_shared/requests/read-searched";
import { readRequestsAddress, requestsInput } from "@/components/requests/requests-address";
import { RequestsPage } from "@/components/requests/requests-page";
import { LinkButton } from "@/components/ui/forms/link-button";
import { requireExecutive } from "@/lib/auth/guards";
import { listOwnRequests } from "@/lib/requests/queries";
import { OwnRequests } from "../../_components/own-requests";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("requests");
  return { title: t("mine") };
}

export default async function MyRequestsPage({ searchParams }: PageProps<"/executive/requests">) {
  const ctx = await requireExecutive();
  const t = await getTranslations("requests");
  const address = readRequestsAddress(await searchParams);
  const { items, nextCursor } = await listOwnRequests(ctx, requestsInput(address));
  const searched = await readSearched(ctx, items, address.q);
  return (
    <RequestsPage
      title={t("mine")}
      path="/executive/requests"
      address={address}
      isEmpty={items.length === 0}
      emptyWords={t(address.show === "open" ? "empty.executive" : "empty.executiveDone")}
      nextCursor={nextCursor}
      actions={
        <>
          <LinkButton href="/executive/requests/link">{t("link.title")}</LinkButton>
          <LinkButton href="/executive/agreements">{t("agreements.title")}</LinkButton>
          <LinkButton href="/executive" variant="primary">
            {t("file")}
          </LinkButton>
        </>
      }
    >
      <OwnRequests requests={items} searched={searched} />
    </RequestsPage>
  );
}
