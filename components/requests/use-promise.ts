import { useTranslations } from "next-intl";
import { isAwaitingAnswer } from "@/lib/requests/queue/rules";
import type { SupportRequestView } from "@/lib/requests/schema";
import { useMomentWords, usePromiseMinutes } from "./use-promise-words";

/** What is promised of a request and how far it is: in words, as a share, and whether it is late; null without a promise. */
export type PromiseSaid = { words: string; share: number; isLate: boolean; isPaused: boolean };

const OVER = ["resolved", "closed", "cancelled"];

/** The promise of a request that counts now: the first reply until it is given, then when it is done. */
export function usePromise() {
  const t = useTranslations("requests.promise");
  const moment = useMomentWords();
  const minutes = usePromiseMinutes();
  return (request: Pick<SupportRequestView, "serviceLevel" | "status">): PromiseSaid | null => {
    const { answer, resolve } = request.serviceLevel;
    const isAnswerOpen = isAwaitingAnswer(request);
    const kind = isAnswerOpen ? "answer" : "resolve";
    const clock = isAnswerOpen ? answer : resolve;
    if (!clock || clock.state === "kept" || OVER.includes(request.status)) return null;
    const share = Math.min(1, clock.usedMinutes / clock.targetMinutes);
    const isLate = clock.state === "missed";
    const left = minutes(Math.max(0, clock.targetMinutes - clock.usedMinutes));
    if (!clock.dueAt) return { words: t("paused", { left }), share, isLate, isPaused: true };
    const at = moment(clock.dueAt);
    const words = isLate ? t(`late.${kind}`, { at }) : t(kind, { at });
    return { words, share, isLate, isPaused: false };
  };
}
