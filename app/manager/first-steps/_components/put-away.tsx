"use client";
import { useTranslations } from "next-intl";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { Switch } from "@/components/ui/forms/switch";
import { show } from "../actions";

type PutAwayProps = { isClosed: boolean; isDone: boolean };

/** Takes the first steps off Coverage, or shows them there again; nothing to turn when they are done. */
export function PutAway({ isClosed, isDone }: PutAwayProps) {
  const t = useTranslations("firstSteps");
  const refusals = useRefusalWords();
  if (isDone) return null;
  return (
    <Switch
      action={show}
      name="isShown"
      label={t("show")}
      description={t(isClosed ? "isHidden" : "isShown")}
      isOn={!isClosed}
      refusals={refusals}
      done={{ on: t("shown"), off: t("hidden") }}
    />
  );
}
