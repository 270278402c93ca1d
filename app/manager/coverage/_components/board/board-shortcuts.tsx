import { useTranslations } from "next-intl";
import { PageShortcuts } from "@/components/shell/page-shortcuts";

/** The keys of the board, for the list that `?` opens. */
export function BoardShortcuts() {
  const t = useTranslations("board.keys");
  return (
    <PageShortcuts
      title={t("title")}
      shortcuts={[
        { keys: ["←", "→", "↑", "↓"], label: t("move") },
        { keys: ["Shift", "←", "→"], label: t("half") },
        { keys: ["Home", "End"], label: t("ends") },
        { keys: ["Page Up", "Page Down"], label: t("jump") },
        { keys: ["Enter"], label: t("open") },
        { keys: ["M"], label: t("pickUp") },
        { keys: ["C"], label: t("newRequest") },
        { keys: ["G"], label: t("gaps") },
        { keys: ["/"], label: t("find") },
        { keys: ["T"], label: t("now") },
        { keys: ["[", "]"], label: t("weeks") },
      ]}
    />
  );
}
