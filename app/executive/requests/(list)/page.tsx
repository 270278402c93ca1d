import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { readSearched } from "@/app/_shared/requests/read-searched";
import { RequestFilters } from "@/components/requests/request-filters";
import { readRequestsAddress, requestsHref, requestsInput } from "@/components/requests/requests-address";
import { RequestsPage } from "@/components/requests/requests-page";
import { LinkButton } from "@/components/ui/forms/link-button";
import { requireExecutive } from "@/lib/auth/guards";
import { localeOf, nameIn } from "@/lib/i18n/locales";
import { listOwnRequests } from "@/lib/requests/queries";
import { listRequestTypes } from "@/lib/requests/types/queries";
import { OwnRequests } from "../../_components/own-requests";

const PATH = "/executive/requests";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("requests");
  return { title: t("mine") };
}

export default async function MyRequestsPage({ searchParams }: PageProps<"/executive/requests">) {
  const ctx = await requireExecutive();
  const t = await getTranslations("requests");
  const address = readRequestsAddress(await searchParams);
  const [{ items, nextCursor }, types] = await Promise.all([
    listOwnRequests(ctx, requestsInput(address)),
    listRequestTypes(ctx),
  ]);
  const locale = localeOf(await getLocale());
  const searched = await readSearched(ctx, items, address.q);
  return (
    <RequestsPage
      title={t("mine")}
      path={PATH}
      address={address}
      isEmpty={items.length === 0}
      emptyWords={
        address.type
          ? t("empty.narrowed")
          : t(address.show === "open" ? "empty.executive" : "empty.executiveDone")
      }
      filters={
        <RequestFilters
          chosen={address}
          hrefOf={(key, id) => requestsHref(PATH, address, { [key]: id })}
          types={types.map((type) => ({ id: type.id, name: nameIn(locale, type) }))}
        />
      }
      nextCursor={nextCursor}
      actions={
        <>
          <LinkButton href="/executive/requests/recurring">{t("recurring.title")}</LinkButton>
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
