"use client";
import { KeyRound } from "lucide-react";
import { useTranslations } from "next-intl";
import { attempt } from "@/components/refusals/attempt";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { ChooseDialog, type Chosen } from "@/components/ui/overlays/choose-dialog";
import { notify, notifyFault } from "@/components/ui/overlays/toast";
import { tickAll } from "../actions";

type MarkAccessProps = { step: "grant" | "withdraw"; rows: readonly Chosen[] };

/** Marks all accesses of many handovers as given, or as withdrawn. */
export function MarkAccess({ step, rows }: MarkAccessProps) {
  const t = useTranslations("handovers.markAccess");
  const refusals = useRefusalWords();

  async function mark(ids: string[]) {
    const answer = await attempt(() => tickAll({ ids, step }));
    if (answer.ok) notify(t(`${step}.done`, { count: answer.value.count }));
    else notifyFault(refusals(answer));
  }

  return (
    <ChooseDialog
      open={t(`${step}.open`)}
      icon={<KeyRound aria-hidden />}
      title={(count) => t(`${step}.title`, { count })}
      explain={t("explain")}
      legend={t("which")}
      confirm={() => t(`${step}.open`)}
      rows={rows}
      onConfirm={mark}
    />
  );
}
