import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { startTransition } from "react";
import { attempt } from "@/components/refusals/attempt";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { useUndoable } from "@/components/refusals/use-undoable";
import { notify, notifyFault } from "@/components/ui/overlays/toast";
import { approveNow, undo } from "../../actions";
import type { RowFacts } from "./row-acts";

/** Approves leave with the plan's cover in one press; where half-days would stay open it leads to their review. */
export function useApproveNow() {
  const t = useTranslations("cover.decide");
  const absences = useTranslations("absences.decide");
  const refusals = useRefusalWords();
  const undoable = useUndoable();
  const router = useRouter();
  return ({ id, version, name }: RowFacts, button: HTMLButtonElement): void => {
    button.ariaBusy = "true";
    startTransition(async () => {
      const answer = await attempt(() => approveNow({ id, version }));
      button.ariaBusy = null;
      if (!answer.ok) {
        notifyFault(refusals(answer));
        if (answer.reason === "gaps_not_accepted") router.push(`/manager/absences/${id}`);
        return;
      }
      const { status, changeId } = answer.value;
      if (status === "provisionally_approved") return notify(absences("provisional", { name }));
      const done = t("approved", { name });
      if (!changeId) return notify(done);
      undoable(done, () => undo({ id: changeId }), { label: t("undo"), undone: t("undone") });
    });
  };
}
