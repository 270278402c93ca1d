import { useFormatter, useTranslations } from "next-intl";
import { Notice } from "@/components/ui/layout/notice";
import type { HandoverView } from "@/lib/handovers/schema";

/** Who is away, who covers and with which duties, and what a reader must know of how complete this is. Never why. */
export function Guidance({ handover }: { handover: HandoverView }) {
  const t = useTranslations("handovers.sheet");
  const format = useFormatter();
  const { ownerName, coverName, dutyIds, dutyNames, status, isAutomatic, can } = handover;
  const isMine = can.includes("ask") || can.includes("handBack");
  const cover = coverName ?? "";
  const who = !coverName
    ? t("nobody")
    : ownerName
      ? isMine
        ? t("awayYou", { owner: ownerName })
        : t("away", { owner: ownerName, cover })
      : isMine
        ? t("vacantYou")
        : t("vacant", { cover });
  return (
    <div className="grid gap-2">
      <p className="text-base">{who}</p>
      {dutyIds.length > 0 && (
        <p className="text-base">
          {t("duties", {
            duties: format.list(
              dutyIds.map((id) => dutyNames[id] ?? id),
              { type: "conjunction" },
            ),
          })}
        </p>
      )}
      {isAutomatic && status !== "closed" && (
        <Notice tone="plan">
          <strong className="font-semibold">{t("automatic")}.</strong> {t("automaticHint")}
        </Notice>
      )}
      {status === "draft" && (
        <Notice tone="plan">
          {can.includes("markReady") ? t("draftOwn") : t("draftHint", { owner: ownerName ?? "" })}
        </Notice>
      )}
    </div>
  );
}
