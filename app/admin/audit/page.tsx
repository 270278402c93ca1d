import type { Metadata } from "next";
import { getTimeZone, getTranslations } from "next-intl/server";
import { DownloadLinks } from "@/components/exports/download-links";
import { LinkButton } from "@/components/ui/forms/link-button";
import { EmptyState } from "@/components/ui/layout/empty-state";
import { Page, PageHeader } from "@/components/ui/layout/page";
import { listAuditEvents } from "@/lib/accounts/queries-audit";
import { readAuditFacts } from "@/lib/accounts/queries-audit-facts";
import { ListAuditInput } from "@/lib/accounts/schema-audit";
import { requireAdministrator } from "@/lib/auth/guards";
import { auditActionsSeenBy } from "@/lib/catalogues/audit";
import { refusalUnlessProven } from "@/lib/proof";
import { parseSearchParams, type SearchParams } from "@/lib/server/page";
import { addressOf } from "../_components/address";
import { AuditFilter } from "../_components/audit-filter";
import { AuditTable } from "../_components/audit-table";
import { ChainNotice } from "../_components/chain-notice";
import { showAuditFile } from "../actions";

const PATH = "/admin/audit";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("accounts.audit"))("title") };
}

export default async function AuditPage({ searchParams }: { searchParams: SearchParams }) {
  const ctx = await requireAdministrator();
  const t = await getTranslations("accounts.audit");
  const { filter, address } = await parseSearchParams(ListAuditInput, searchParams);
  const { items, nextCursor } = await listAuditEvents(ctx, filter, {
    actions: auditActionsSeenBy("administrators"),
    timeZone: await getTimeZone(),
  });
  const facts = await readAuditFacts(ctx, items);
  return (
    <Page>
      <PageHeader title={t("title")} />
      <AuditFilter path={PATH} address={address} />
      {items.length > 0 ? (
        <>
          <ChainNotice events={items} />
          <AuditTable events={items} facts={facts} />
          <DownloadLinks
            action={showAuditFile as never}
            isProven={refusalUnlessProven(ctx) === null}
            files={[{ href: addressOf("/api/exports/audit", address), label: t("csv.download") }]}
          />
        </>
      ) : (
        <EmptyState>{Object.keys(address).length > 0 ? t("nothing") : t("empty")}</EmptyState>
      )}
      <div className="flex flex-wrap gap-2">
        {filter.cursor && <LinkButton href={addressOf(PATH, address)}>{t("newest")}</LinkButton>}
        {nextCursor && (
          <LinkButton href={addressOf(PATH, address, { cursor: nextCursor })}>{t("more")}</LinkButton>
        )}
      </div>
    </Page>
  );
}
