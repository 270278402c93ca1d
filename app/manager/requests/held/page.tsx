import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { EmptyState } from "@/components/ui/layout/empty-state";
import { MoreLink } from "@/components/ui/layout/more-link";
import { Notice } from "@/components/ui/layout/notice";
import { Page, PageHeader } from "@/components/ui/layout/page";
import { Tabs } from "@/components/ui/layout/tabs";
import { requireManager } from "@/lib/auth/guards";
import { CursorInput } from "@/lib/cursor";
import { listHeldMails, listPoolAddresses } from "@/lib/requests/inbound/queries";
import { listRequesters } from "@/lib/requests/queries-requesters";
import { parseSearchParams } from "@/lib/server/page";
import { HeldMail } from "./_components/held-mail";

const PATH = "/manager/requests/held";
const PER_PAGE = 20;
const SHOWN = ["held", "discarded"] as const;
const Asked = z.object({ show: z.enum(SHOWN).optional(), cursor: CursorInput.optional() });

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("requests.held"))("title") };
}

export default async function HeldMailPage({ searchParams }: PageProps<"/manager/requests/held">) {
  const ctx = await requireManager();
  const t = await getTranslations("requests.held");
  const { filter } = await parseSearchParams(Asked, searchParams);
  const show = filter.show ?? "held";
  const [{ items, nextCursor }, executives, addresses] = await Promise.all([
    listHeldMails(ctx, { show, limit: PER_PAGE, cursor: filter.cursor }),
    listRequesters(ctx),
    listPoolAddresses(ctx),
  ]);
  const choices = executives.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Page width="list">
      <PageHeader
        title={t("title")}
        tabs={
          <Tabs
            label={t("which")}
            tabs={SHOWN.map((key) => ({
              href: key === "held" ? PATH : `${PATH}?show=${key}`,
              label: t(`tab.${key}`),
              isCurrent: key === show,
            }))}
          />
        }
      />
      <div className="grid max-w-2xl gap-1 text-base text-ink-2">
        <p>{t("explain")}</p>
        {addresses.map(({ pool, address }) => (
          <p key={pool}>{t("address", { pool, address })}</p>
        ))}
      </div>
      {addresses.length === 0 && <Notice>{t("off")}</Notice>}
      {items.length === 0 && <EmptyState>{t(`empty.${show}`)}</EmptyState>}
      <ul aria-label={t("title")} className="-mx-(--edge) grid border-t border-line empty:hidden">
        {items.map((mail) => (
          <HeldMail key={mail.id} mail={mail} executives={choices} />
        ))}
      </ul>
      {nextCursor && (
        <MoreLink href={`${PATH}?${new URLSearchParams({ show, cursor: nextCursor })}`} label={t("older")} />
      )}
    </Page>
  );
}
