import { Plus } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { LetterLines } from "@/components/letters/letter-lines";
import { LivePage } from "@/components/live/live-page";
import { LinkButton } from "@/components/ui/forms/link-button";
import { EmptyState } from "@/components/ui/layout/empty-state";
import { MoreLink } from "@/components/ui/layout/more-link";
import { Page, PageHeader } from "@/components/ui/layout/page";
import { Tabs } from "@/components/ui/layout/tabs";
import { requireAssistant } from "@/lib/auth/guards";
import { CursorInput } from "@/lib/cursor";
import { listLetters } from "@/lib/letters/queries";
import { parseSearchParams } from "@/lib/server/page";

const PATH = "/assistant/letters";
const TABS = ["open", "sent"] as const;
const Asked = z.object({ tab: z.enum(TABS).optional(), cursor: CursorInput.optional() });

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("letters"))("title") };
}

export default async function LettersPage({ searchParams }: PageProps<"/assistant/letters">) {
  const ctx = await requireAssistant();
  const t = await getTranslations("letters");
  const { filter } = await parseSearchParams(Asked, searchParams);
  const tab = filter.tab ?? "open";
  const { items, nextCursor } = await listLetters(ctx, { show: tab, cursor: filter.cursor, limit: 30 });
  return (
    <Page>
      <LivePage kinds={["request"]} />
      <PageHeader
        title={t("title")}
        actions={
          <LinkButton href={`${PATH}/new`}>
            <Plus aria-hidden />
            {t("new")}
          </LinkButton>
        }
        tabs={
          <Tabs
            label={t("tab.label")}
            tabs={TABS.map((key) => ({
              href: key === "open" ? PATH : `${PATH}?tab=${key}`,
              label: t(`tab.${key}`),
              isCurrent: tab === key,
            }))}
          />
        }
      />
      {items.length === 0 ? (
        <EmptyState>{t(`empty.${tab}`)}</EmptyState>
      ) : (
        <LetterLines letters={items} path={PATH} />
      )}
      {nextCursor && (
        <MoreLink href={`${PATH}?${new URLSearchParams({ tab, cursor: nextCursor })}`} label={t("more")} />
      )}
    </Page>
  );
}
