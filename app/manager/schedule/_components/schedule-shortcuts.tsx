import { useTranslations } from "next-intl";
import { PageShortcuts } from "@/components/shell/page-shortcuts";

/** The keys of the schedule, for the list that `?` opens. */
export function ScheduleShortcuts() {
  const t = useTranslations("schedule.key");
  return (
    <PageShortcuts
      title={t("title")}
      shortcuts={[
        { keys: ["←", "→", "↑", "↓"], label: t("move") },
        { keys: ["Enter"], label: t("open") },
        { keys: ["N"], label: t("add") },
        { keys: ["M"], label: t("pickUp") },
        { keys: ["Shift", "←", "→"], label: t("quarter") },
        { keys: ["S"], label: t("split") },
        { keys: ["Delete"], label: t("remove") },
        { keys: ["G"], label: t("hole") },
        { keys: ["Shift", "P"], label: t("publish") },
        { keys: ["T"], label: t("now") },
        { keys: ["[", "]"], label: t("weeks") },
      ]}
    />
  );
}
