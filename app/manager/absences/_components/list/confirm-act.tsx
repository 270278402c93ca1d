"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { attempt } from "@/components/refusals/attempt";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { ConfirmDialog } from "@/components/ui/overlays/dialog";
import { notify, notifyFault } from "@/components/ui/overlays/toast";
import { cancelNow, grantNow } from "../../actions";
import type { RowFacts } from "./row-acts";

/** What can't be taken back, and of which absence. */
export type ToConfirm = { kind: "cancel" | "grant"; row: RowFacts };

/** Asks once before leave ends. */
export function ConfirmAct({ asked, onClose }: { asked: ToConfirm; onClose: () => void }) {
  const t = useTranslations("absences");
  const refusals = useRefusalWords();
  const [isSending, setSending] = useState(false);
  const { id, version, name } = asked.row;
  const isGrant = asked.kind === "grant";

  async function confirm() {
    setSending(true);
    const answer = await attempt(() => (isGrant ? grantNow : cancelNow)({ id, version }));
    if (answer.ok) notify(isGrant ? t("cancellation.granted", { name }) : t("cancel.done", { name }));
    else notifyFault(refusals(answer));
  }

  return (
    <ConfirmDialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t("cancel.askOf", { name })}
      description={t("cancel.explain", { name })}
      confirmLabel={t("cancel.confirm")}
      isDangerous
      isPending={isSending}
      onConfirm={async () => {
        await confirm();
        onClose();
      }}
    />
  );
}
