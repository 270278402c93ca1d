"use client";
import { useTranslations } from "next-intl";
import { startTransition } from "react";
import { notify, notifyFault, notifyWithUndo } from "@/components/ui/overlays/toast";
import { attempt } from "./attempt";
import { type Refused, useRefusalWords } from "./use-refusal-words";

type Undone = { ok: true } | ({ ok: false } & Refused);
type Words = { label?: string; undone?: string };

/** Says what was done and offers the way back for some seconds; says too when the way back fails. */
export function useUndoable() {
  const t = useTranslations("common");
  const refusals = useRefusalWords();
  return (done: string, undo: () => Promise<Undone>, words: Words = {}): void => {
    const { label = t("action.undo"), undone = t("state.undone") } = words;
    const goBack = async () => {
      const answer = await attempt(undo);
      if (answer.ok) notify(undone);
      else notifyFault(refusals(answer));
    };
    notifyWithUndo(done, { label, onUndo: () => startTransition(goBack) });
  };
}
