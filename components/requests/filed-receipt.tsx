"use client";
import { useTranslations } from "next-intl";
import type { FormAnswer } from "@/components/ui/forms/form";
import { Notice } from "@/components/ui/layout/notice";
import type { ServiceLevelView } from "@/lib/requests/levels/schema-clock";
import type { HeldBecause } from "@/lib/requests/schema";
import { useMomentWords } from "./use-promise-words";

type Filed = {
  assignee: { name: string; because: HeldBecause; until: string | null } | null;
  serviceLevel: ServiceLevelView;
  startsAt: string | null;
};

export type FiledAnswer = FormAnswer & { value: Filed };

/** Who has what was just sent and until when they are there, what is promised, and from when it counts. */
export function FiledReceipt({ filed, isForAnother }: { filed: Filed; isForAnother: boolean }) {
  const t = useTranslations("requests.receipt");
  const moment = useMomentWords();
  const { assignee, serviceLevel, startsAt } = filed;
  const [answer, resolve] = [serviceLevel.answer?.dueAt, serviceLevel.resolve?.dueAt];
  const promise =
    answer && resolve
      ? t("both", { answer: moment(answer), resolve: moment(resolve) })
      : answer
        ? t("answer", { answer: moment(answer) })
        : resolve && t("resolve", { resolve: moment(resolve) });
  return (
    <Notice tone="done" role="status">
      <span className="font-semibold">{whoWords()}</span>
      {promise && <span className="tnum block">{promise}</span>}
      {promise && startsAt && <span className="tnum block">{t("starts", { at: moment(startsAt) })}</span>}
    </Notice>
  );

  function whoWords(): string {
    if (!assignee) return t("nobody");
    const { name, because, until } = assignee;
    const isCover = !isForAnother && because === "cover";
    if (until) return t(isCover ? "coverUntil" : "until", { name, time: until });
    return t(isCover ? "cover" : "to", { name });
  }
}
