"use client";
import { useTranslations } from "next-intl";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { Button } from "@/components/ui/forms/button";
import { Form } from "@/components/ui/forms/form";
import { Select } from "@/components/ui/forms/select";
import { Section } from "@/components/ui/layout/page";
import { PRIORITIES } from "@/lib/requests/rules-choices";
import { saveLevel } from "../actions";
import { DurationField } from "./duration-field";

const TIERS = [1, 2, 3, 4, 5] as const;

type AddLevelProps = { poolId: string; types: { value: string; label: string }[] };

/** Sets a level; one for the same requests is replaced. */
export function AddLevel({ poolId, types }: AddLevelProps) {
  const t = useTranslations("requests.levels");
  const priority = useTranslations("requests.priority");
  return (
    <Section title={t("add")}>
      <Form action={saveLevel} done={t("saved")} refusals={useRefusalWords()} resetWhenDone className="gap-4">
        <input type="hidden" name="poolId" value={poolId} />
        <div className="grid max-w-3xl gap-4 sm:grid-cols-3">
          <Select name="typeId" label={t("type")} placeholder={t("anyType")} options={types} />
          <Select
            name="priority"
            label={t("priority")}
            placeholder={t("anyPriority")}
            options={PRIORITIES.map((value) => ({ value, label: priority(value) }))}
          />
          <Select
            name="tier"
            label={t("tier")}
            placeholder={t("anyTier")}
            options={TIERS.map((tier) => ({ value: String(tier), label: t("tierOf", { tier }) }))}
          />
        </div>
        <div className="grid max-w-3xl gap-4 sm:grid-cols-3">
          <DurationField
            name="answerMinutes"
            label={t("answerWithin")}
            description={t("hours")}
            placeholder="1:00"
            isRequired={false}
          />
          <DurationField
            name="resolveMinutes"
            label={t("resolveWithin")}
            description={t("hours")}
            placeholder="8:00"
            isRequired={false}
          />
        </div>
        <Button type="submit" variant="primary" className="w-fit">
          {t("save")}
        </Button>
      </Form>
    </Section>
  );
}
