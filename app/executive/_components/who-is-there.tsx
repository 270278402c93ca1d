import { useTranslations } from "next-intl";
import { Avatar } from "@/components/ui/layout/avatar";
import type { Serving } from "@/lib/coverage/serving/queries";

/** Who supports the executive at this moment, in one large line. */
export function WhoIsThere({ serving }: { serving: Serving | null }) {
  const t = useTranslations("executive");
  if (!serving) return <p className="text-base text-ink-2">{t("noneNow")}</p>;
  return (
    <p className="flex items-center gap-3">
      <Avatar name={serving.name} size="large" />
      <span className="grid">
        <span className="text-xs text-ink-2">{t("now")}</span>
        <span className="text-lg font-semibold">
          {t(serving.kind === "own" ? "supportsYou" : "coversYou", { name: serving.name })}
        </span>
      </span>
    </p>
  );
}
