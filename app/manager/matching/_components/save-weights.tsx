"use client";
import { useTranslations } from "next-intl";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { Button } from "@/components/ui/forms/button";
import { Form } from "@/components/ui/forms/form";
import { FIT_PARTS, type FitWeights } from "@/lib/matching/weights/rules";
import { saveWeightsAction } from "../actions";

/** Saves the weights whose effect is shown. */
export function SaveWeights({
  weights,
  poolId,
  version,
}: {
  weights: FitWeights;
  poolId: string;
  version: number;
}) {
  const t = useTranslations("matching.weights");
  return (
    <Form action={saveWeightsAction} done={t("saved")} refusals={useRefusalWords()}>
      <input type="hidden" name="poolId" value={poolId} />
      <input type="hidden" name="version" value={version} />
      {FIT_PARTS.map((part) => (
        <input key={part} type="hidden" name={part} value={weights[part]} />
      ))}
      <Button type="submit" variant="primary" className="w-fit">
        {t("save")}
      </Button>
    </Form>
  );
}
