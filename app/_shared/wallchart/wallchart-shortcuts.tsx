import { useTranslations } from "next-intl";
import { PageShortcuts } from "@/components/shell/page-shortcuts";

/** The keys of a wallchart, for the list that `?` opens. */
export function WallchartShortcuts() {
  const t = useTranslations("wallchart.shortcuts");
  return (
    <PageShortcuts
      title={t("title")}
      shortcuts={[
        { keys: ["←", "→", "↑", "↓"], label: t("move") },
        { keys: ["Home", "End"], label: t("ends") },
        { keys: ["Page Up", "Page Down"], label: t("jump") },
        { keys: ["Enter"], label: t("open") },
        { keys: ["T"], label: t("now") },
        { keys: ["[", "]"], label: t("ways") },
      ]}
    />
  );
}
