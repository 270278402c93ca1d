import { CheckCheck, SlidersHorizontal } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/forms/button";
import { LinkButton } from "@/components/ui/forms/link-button";
import { EmptyState } from "@/components/ui/layout/empty-state";
import { Page, PageHeader } from "@/components/ui/layout/page";
import type { NoticeArea } from "@/lib/notices/schema";
import { NoticeList } from "./notice-list";
import type { NoticeView } from "./notice-view";

type NoticesPageProps = { area: NoticeArea; notices: NoticeView[]; markRead: () => Promise<void> };

/** All that a person has been told lately, and the way to mark it read. */
export function NoticesPage({ area, notices, markRead }: NoticesPageProps) {
  const t = useTranslations("notices");
  const hasUnread = notices.some((notice) => !notice.isRead);
  return (
    <Page width="text">
      <PageHeader
        title={t("title")}
        actions={
          <>
            <LinkButton href={`/${area}/notices/settings`} icon={<SlidersHorizontal aria-hidden />}>
              {t("settingsLink")}
            </LinkButton>
            {hasUnread && (
              <form action={markRead}>
                <Button type="submit" icon={<CheckCheck aria-hidden />}>
                  {t("markRead")}
                </Button>
              </form>
            )}
          </>
        }
      />
      {notices.length === 0 ? (
        <EmptyState>{t("empty")}</EmptyState>
      ) : (
        <NoticeList notices={notices} area={area} />
      )}
    </Page>
  );
}
