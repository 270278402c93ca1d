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
import { requireManager } from "@/lib/auth/guards";
import { CursorInput } from "@/lib/cursor";
import { listLetters } from "@/lib/letters/queries";
import { listLetterTemplates } from "@/lib/letters/templates/queries";
import { listPools } from "@/lib/pools/queries";
import { parseSearchParams } from "@/lib/server/page";
import { TemplateLines } from "./_components/template-lines";

const PATH = "/manager/requests/letters";
const TABS = ["templates", "open", "sent"] as const;
const Asked = z.object({ tab: z.enum(TABS).optional(), cursor: CursorInput.optional() });

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("letters"))("title") };
}

/** A manager's letter templates, and the letters of their pools; of confidential requests there are none here. */
export default async function ManagersLettersPage({ searchParams }: PageProps<"/manager/requests/letters">) {
  const ctx = await requireManager();
  const t = await getTranslations("letters");
  const { filter } = await parseSearchParams(Asked, searchParams);
  const tab = filter.tab ?? "templates";
  return (
    <Page>
      <LivePage kinds={["request"]} />
      <PageHeader
        title={t(tab === "templates" ? "templates.title" : "title")}
        actions={
          <LinkButton href={`${PATH}/new`}>
            <Plus aria-hidden />
            {t("templates.add")}
          </LinkButton>
        }
        tabs={
          <Tabs
            label={t("tab.label")}
            tabs={TABS.map((key) => ({
              href: key === "templates" ? PATH : `${PATH}?tab=${key}`,
              label: t(`tab.${key}`),
              isCurrent: tab === key,
            }))}
          />
        }
      />
      {tab === "templates" ? (
        <TemplateLines
          templates={await listLetterTemplates(ctx, { withRetired: true })}
          pools={await listPools(ctx)}
        />
      ) : (
        <Written {...(await listLetters(ctx, { show: tab, cursor: filter.cursor, limit: 30 }))} tab={tab} />
      )}
    </Page>
  );
}

type WrittenProps = Awaited<ReturnType<typeof listLetters>> & { tab: "open" | "sent" };

async function Written({ items, nextCursor, tab }: WrittenProps) {
  const t = await getTranslations("letters");
  if (items.length === 0) return <EmptyState>{t(`empty.${tab}`)}</EmptyState>;
  return (
    <>
      <LetterLines letters={items} path={`${PATH}/written`} />
      {nextCursor && (
        <MoreLink href={`${PATH}?${new URLSearchParams({ tab, cursor: nextCursor })}`} label={t("more")} />
      )}
    </>
  );
}
