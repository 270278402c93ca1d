import { useFormatter, useTranslations } from "next-intl";
import type { ApplicationView } from "@/lib/hiring/applications/schema";

/** Everything that happened with an application, the last first. */
export function Timeline({ steps }: Pick<ApplicationView, "steps">) {
  const t = useTranslations("hiring");
  const format = useFormatter();
  return (
    <ol className="grid text-sm">
      {steps.map(({ action, to, by, at }) => (
        <li key={`${at} ${action} ${to}`} className="grid border-b border-hair py-2">
          <span>
            {action === "moved" && to
              ? t("timeline.moved", { status: t(`board.status.${to}`) })
              : t(`timeline.${action as "received"}`)}
          </span>
          <span className="text-xs text-ink-2">
            {[format.dateTime(new Date(at), "moment"), by].filter(Boolean).join(" · ")}
          </span>
        </li>
      ))}
    </ol>
  );
}
