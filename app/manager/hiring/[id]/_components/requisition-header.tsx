import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { PageHeader } from "@/components/ui/layout/page";
import { Tabs } from "@/components/ui/layout/tabs";
import type { RequisitionView } from "@/lib/hiring/requisitions/schema";
import { RequisitionBadge } from "../../_components/requisition-badge";

const VIEWS = ["board", "evidence", "ad", "figures"] as const;

type RequisitionHeaderProps = {
  requisition: RequisitionView;
  current: (typeof VIEWS)[number];
  actions?: ReactNode;
};

/** The views of one requisition. */
export function RequisitionHeader({ requisition, current, actions }: RequisitionHeaderProps) {
  const t = useTranslations("hiring");
  const home = `/manager/hiring/${requisition.id}`;
  return (
    <PageHeader
      title={requisition.title}
      meta={<RequisitionBadge status={requisition.status} />}
      back={{ href: "/manager/hiring", label: t("title") }}
      tabs={
        <Tabs
          label={t("views")}
          tabs={VIEWS.map((view) => ({
            href: view === "evidence" ? home : `${home}/${view}`,
            label: t(`view.${view}`),
            isCurrent: view === current,
          }))}
        />
      }
      actions={actions}
    />
  );
}
