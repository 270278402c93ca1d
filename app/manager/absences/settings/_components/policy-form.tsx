"use client";
import { useTranslations } from "next-intl";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { Button } from "@/components/ui/forms/button";
import { Checkbox } from "@/components/ui/forms/checkbox";
import { Form } from "@/components/ui/forms/form";
import { RadioGroup } from "@/components/ui/forms/radio-group";
import { Select } from "@/components/ui/forms/select";
import { NumberField } from "@/components/ui/forms/text-field";
import type { AssistantPolicyView, PoolPolicyView } from "@/lib/absences/deciders/schema";
import { saveAssistantPolicy, savePoolPolicy } from "../actions";

type Option = { value: string; label: string };

/** Whether a pool decides once or twice, and who decides second. */
export function PoolPolicyForm({ policy, deciders }: { policy: PoolPolicyView; deciders: Option[] }) {
  const t = useTranslations("absences.policy");
  const values = {
    approvalStages: String(policy.approvalStages),
    secondDeciderId: policy.secondDeciderId ?? "",
    reportedDaysBack: String(policy.reportedDaysBack),
    reportedDaysAhead: String(policy.reportedDaysAhead),
  };
  return (
    <Form
      action={savePoolPolicy}
      values={values}
      done={t("saved")}
      refusals={useRefusalWords()}
      className="max-w-md"
    >
      <input type="hidden" name="poolId" value={policy.poolId} />
      <RadioGroup
        name="approvalStages"
        label={t("stages")}
        options={[
          { value: "1", label: t("one") },
          { value: "2", label: t("two") },
        ]}
      />
      <Select name="secondDeciderId" label={t("second")} options={deciders} placeholder={t("anyManager")} />
      <fieldset className="grid gap-3">
        <legend className="mb-2 text-sm font-medium">{t("reported")}</legend>
        <div className="grid grid-cols-2 gap-3">
          <NumberField name="reportedDaysBack" label={t("daysBack")} min={0} max={60} />
          <NumberField name="reportedDaysAhead" label={t("daysAhead")} min={0} max={60} />
        </div>
      </fieldset>
      <Button type="submit" className="w-fit">
        {t("save")}
      </Button>
    </Form>
  );
}

/** Who decides on one person's leave, or whether it is approved at once. */
export function AssistantPolicyForm({
  policy,
  deciders,
}: {
  policy: AssistantPolicyView;
  deciders: Option[];
}) {
  const t = useTranslations("absences.policy");
  const values = { deciderId: policy.deciderId ?? "", isAutomatic: policy.isAutomatic ? "on" : "" };
  return (
    <Form
      action={saveAssistantPolicy}
      values={values}
      done={t("saved")}
      refusals={useRefusalWords()}
      className="max-w-md"
    >
      <input type="hidden" name="assistantId" value={policy.assistantId} />
      <Select name="deciderId" label={t("decider")} options={deciders} placeholder={t("poolManagers")} />
      <Checkbox name="isAutomatic" label={t("automatic")} />
      <Button type="submit" className="w-fit">
        {t("save")}
      </Button>
    </Form>
  );
}
