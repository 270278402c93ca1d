import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/forms/link-button";
import { PageHeader } from "@/components/ui/layout/page";
import { Tabs } from "@/components/ui/layout/tabs";

const VIEWS = ["fit", "rebalance", "trials", "weights"] as const;

type MatchingHeaderProps = {
  current: (typeof VIEWS)[number];
  pools: readonly { id: string; name: string }[];
  poolId: string;
};

/** The views of matching, and whose pool it is. */
export function MatchingHeader({ current, pools, poolId }: MatchingHeaderProps) {
  const t = useTranslations("matching");
  const pathOf = (view: (typeof VIEWS)[number]) =>
    view === "fit" ? "/manager/matching" : `/manager/matching/${view}`;
  return (
    <PageHeader
      title={t("title")}
      tabs={
        <Tabs
          label={t("views")}
          tabs={VIEWS.map((view) => ({
            href: `${pathOf(view)}?pool=${poolId}`,
            label: t(`view.${view}`),
            isCurrent: view === current,
          }))}
        />
      }
      actions={
        <>
          <LinkButton href={`/manager/matching/how?pool=${poolId}`} variant="ghost">
            {t("how.open")}
          </LinkButton>
          {pools.length > 1 && (
            <Tabs
              label={t("pool")}
              appearance="segmented"
              tabs={pools.map(({ id, name }) => ({
                href: `${pathOf(current)}?pool=${id}`,
                label: name,
                isCurrent: id === poolId,
              }))}
            />
          )}
        </>
      }
    />
  );
}
