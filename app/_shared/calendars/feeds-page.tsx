import { useTranslations } from "next-intl";
import { Page, PageHeader } from "@/components/ui/layout/page";
import type { FeedView } from "@/lib/calendars/schema";
import { FeedCard } from "./feed-card";

type FeedsPageProps = { feeds: FeedView[]; publicUrl: string };

/** The calendars one may subscribe to, and their secret links. */
export function FeedsPage({ feeds, publicUrl }: FeedsPageProps) {
  const t = useTranslations("calendars");
  return (
    <Page width="text">
      <PageHeader title={t("title")}>
        <p className="text-sm text-pretty text-ink-2">{t("intro")}</p>
      </PageHeader>
      {feeds.map((feed) => (
        <FeedCard key={`${feed.kind} ${feed.poolId ?? ""}`} feed={feed} publicUrl={publicUrl} />
      ))}
    </Page>
  );
}
