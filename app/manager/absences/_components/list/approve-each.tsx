"use client";
import { CheckCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { attempt } from "@/components/refusals/attempt";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { ChooseDialog, type Chosen } from "@/components/ui/overlays/choose-dialog";
import { notify, notifyFault } from "@/components/ui/overlays/toast";
import { approveEach } from "../../actions";

type ApproveEachProps = { rows: readonly (Chosen & { version: number })[] };

/** Approves all whose answer is clear, each with the plan's cover. */
export function ApproveEach({ rows }: ApproveEachProps) {
  const t = useTranslations("absences.approveEach");
  const refusals = useRefusalWords();

  async function approve(ids: string[]) {
    const chosen = rows.filter(({ id }) => ids.includes(id));
    const absences = chosen.map(({ id, version }) => ({ id, version }));
    const answer = await attempt(() => approveEach({ absences }));
    if (!answer.ok) return notifyFault(refusals(answer));
    const { approved, refused } = answer.value;
    const names = refused.map(({ id }) => rows.find((row) => row.id === id)?.label ?? "").join(", ");
    if (refused.length > 0) notifyFault(t("some", { count: approved.length, names }));
    else notify(t("done", { count: approved.length }));
  }

  return (
    <ChooseDialog
      open={t("open", { count: rows.length })}
      icon={<CheckCheck aria-hidden />}
      title={(count) => t("title", { count })}
      explain={t("explain")}
      legend={t("which")}
      confirm={(count) => t("confirm", { count })}
      rows={rows}
      onConfirm={approve}
    />
  );
}
