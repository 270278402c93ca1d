import { CalendarCheck, ExternalLink, Plus } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LinkButton } from "@/components/ui/forms/link-button";
import { EmptyState } from "@/components/ui/layout/empty-state";
import { Page, PageHeader } from "@/components/ui/layout/page";
import { requireManager } from "@/lib/auth/guards";
import { listRequisitions } from "@/lib/hiring/requisitions/queries";
import { RequisitionList } from "./_components/requisition-list";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("hiring"))("title") };
}

export default async function HiringPage() {
  const ctx = await requireManager();
  const t = await getTranslations("hiring");
  const requisitions = await listRequisitions(ctx);
  return (
    <Page>
      <PageHeader
        title={t("title")}
        actions={
          <>
            <LinkButton
              href="/manager/hiring/interviews"
              icon={<CalendarCheck aria-hidden />}
              variant="ghost"
            >
              {t("interview.own")}
            </LinkButton>
            <LinkButton href="/careers" icon={<ExternalLink aria-hidden />} variant="ghost">
              {t("careers")}
            </LinkButton>
            <LinkButton href="/manager/hiring/new" variant="primary" icon={<Plus aria-hidden />}>
              {t("ask.open")}
            </LinkButton>
          </>
        }
      />
      {requisitions.length > 0 ? (
        <RequisitionList requisitions={requisitions} />
      ) : (
        <EmptyState>{t("list.none")}</EmptyState>
      )}
    </Page>
  );
}
