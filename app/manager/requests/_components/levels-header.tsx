import { useTranslations } from "next-intl";
import { PageHeader } from "@/components/ui/layout/page";
import { Tabs } from "@/components/ui/layout/tabs";

type LevelsHeaderProps = {
  current: "levels" | "types" | "try";
  count?: number | undefined;
  pool?: string | undefined;
};

/** How requests are set up: what is promised, what kinds there are, and trying a level on somebody's hours. */
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
              ...(current === "levels" && count !== undefined && { count }),
            },
            {
              href: "/manager/requests/types",
              label: t("types"),
              isCurrent: current === "types",
              ...(current === "types" && count !== undefined && { count }),
            },
            { href: `/manager/requests/levels/try`, label: t("try"), isCurrent: current === "try" },
          ]}
        />
      }
    />
  );
}
