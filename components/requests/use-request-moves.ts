"use client";
import { useTranslations } from "next-intl";
import { useUndoable } from "@/components/refusals/use-undoable";
import type { FormAnswer } from "@/components/ui/forms/form";
import { notify } from "@/components/ui/overlays/toast";
import type { MovedRequest } from "@/lib/requests/rules";
import type { SupportRequestView } from "@/lib/requests/schema";

export type MovedAnswer = FormAnswer & { value?: MovedRequest };

/** A server action made with formAction from a verb that moves a request. */
export type MoveAction = (previous: never, form: FormData) => Promise<MovedAnswer>;

/** Says what became of a request, with an undo where a reverse move is given. */
export function useMoved(request: SupportRequestView, undo: MoveAction | undefined) {
  const t = useTranslations();
  const undoable = useUndoable();

  async function moveBack(act: MoveAction, { id, version }: MovedRequest) {
    const form = new FormData();
    form.set("id", id);
    form.set("version", String(version));
    const answer = await act({ status: "idle", values: {} } as never, form);
    return answer.status === "done" ? { ok: true as const } : { ...answer, ok: false as const };
  }

  return ({ value }: MovedAnswer) => {
    if (!value) return;
    const words = t(`requests.moved.${value.status}`, { summary: request.summary });
    if (!undo) return notify(words);
    undoable(words, () => moveBack(undo, value));
  };
}
