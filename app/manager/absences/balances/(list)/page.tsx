import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { LinkButton } from "@/components/ui/forms/link-button";
import { SearchField } from "@/components/ui/forms/search-field";
import { EmptyState } from "@/components/ui/layout/empty-state";
import { MoreLink } from "@/components/ui/layout/more-link";
import { Page, PageHeader } from "@/components/ui/layout/page";
import { listPoolBalances } from "@/lib/absences/balances/queries";
import { listLeaveTypes } from "@/lib/absences/settings/queries";
import { requireManager } from "@/lib/auth/guards";
import { CursorInput } from "@/lib/cursor";
import { localeOf, namesIn } from "@/lib/i18n/locales";
import { parseSearchParams } from "@/lib/server/page";
import { SearchText } from "@/lib/text";
import { BalanceTable } from "../_components/balance-table";

const PATH = "/manager/absences/balances";
const PER_PAGE = 50;
const Asked = z.object({ q: SearchText.optional(), cursor: CursorInput.optional() });

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("absences"))("balances") };
}

export default async function BalancesPage({ searchParams }: PageProps<"/manager/absences/balances">) {
  const ctx = await requireManager();
  const t = await getTranslations("absences");
  const common = await getTranslations("common.action");
  const { filter } = await parseSearchParams(Asked, searchParams);
  const { items, nextCursor } = await listPoolBalances(ctx, { ...filter, limit: PER_PAGE });
  const types = (await listLeaveTypes(ctx)).filter((type) => type.countsAgainstAllowance && !type.isRetired);
  const names = namesIn(localeOf(await getLocale()), types);
  const more = new URLSearchParams({
    ...(filter.q && { q: filter.q }),
    ...(nextCursor && { cursor: nextCursor }),
  });
  return (
    <Page width="full">
      <PageHeader title={t("balances")} back={{ href: "/manager/absences", label: t("title") }} />
      <SearchField label={t("search")} action={PATH} query={filter.q} />
      {items.length > 0 ? (
        <BalanceTable rows={items} types={types.map(({ id }) => ({ id, name: names[id] ?? id }))} />
      ) : (
        <EmptyState action={filter.q && <LinkButton href={PATH}>{common("clear")}</LinkButton>}>
          {filter.q ? t("empty.search", { query: filter.q }) : t("empty.all")}
        </EmptyState>
      )}
      {nextCursor && <MoreLink href={`${PATH}?${more}`} label={t("next")} />}
    </Page>
  );
}
