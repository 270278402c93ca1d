import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { PageHeader } from "@/components/ui/layout/page";
import { Tabs } from "@/components/ui/layout/tabs";

const VIEWS = ["sessions", "courses", "mandatory", "research", "matrix", "year", "mentoring"] as const;

type TrainingHeaderProps = { current: (typeof VIEWS)[number]; actions?: ReactNode };

/** The views of training: what comes and waits, and what may be learnt. */
export function TrainingHeader({ current, actions }: TrainingHeaderProps) {
  const t = useTranslations("training");
  return (
    <PageHeader
      title={t("title")}
      tabs={
        <Tabs
          label={t("views")}
          tabs={VIEWS.map((view) => ({
            href: view === "sessions" ? "/manager/training" : `/manager/training/${view}`,
            label: t(`view.${view}`),
            isCurrent: view === current,
          }))}
        />
      }
      actions={actions}
    />
  );
}
