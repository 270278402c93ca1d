import { useTranslations } from "next-intl";
import { PageHeader } from "@/components/ui/layout/page";
import { Tabs } from "@/components/ui/layout/tabs";

type LevelsHeaderProps = { current: "levels" | "try"; count?: number | undefined; pool: string | undefined };

/** The two views of service levels: what is promised, and trying it on somebody's hours. */
export function LevelsHeader({ current, count, pool }: LevelsHeaderProps) {
  const t = useTranslations("requests.levels");
  const query = pool ? `?pool=${pool}` : "";
  return (
    <PageHeader
      title={t("title")}
      tabs={
        <Tabs
          label={t("views")}
          tabs={[
            {
              href: `/manager/requests/levels${query}`,
              label: t("levels"),
              isCurrent: current === "levels",
              ...(count !== undefined && { count }),
            },
            { href: `/manager/requests/levels/try`, label: t("try"), isCurrent: current === "try" },
          ]}
        />
      }
    />
  );
}
