"use client";
import { useTranslations } from "next-intl";
import { startTransition } from "react";
import { notify, notifyFault, notifyWithUndo } from "@/components/ui/overlays/toast";
import { attempt } from "./attempt";
import { type Refused, useRefusalWords } from "./use-refusal-words";

type Undone = { ok: true } | ({ ok: false } & Refused);
type Ways = {
  label?: string;
  undone?: string;
  /** Shows things as they were, before the way back is answered. */
  showUndone?: () => void;
};

/** Says what was done and offers the way back for some seconds; says too when the way back fails. */
export function useUndoable() {
  const t = useTranslations("common");
  const refusals = useRefusalWords();
  return (done: string, undo: () => Promise<Undone>, ways: Ways = {}): void => {
    const { label = t("action.undo"), undone = t("state.undone"), showUndone } = ways;
    const goBack = async () => {
      showUndone?.();
      const answer = await attempt(undo);
      if (answer.ok) notify(undone);
      else notifyFault(refusals(answer));
    };
    notifyWithUndo(done, { label, onUndo: () => startTransition(goBack) });
  };
}
