"use client";
import { useTranslations } from "next-intl";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { Button } from "@/components/ui/forms/button";
import { Form, FormActions } from "@/components/ui/forms/form";
import { LinkButton } from "@/components/ui/forms/link-button";
import { Select } from "@/components/ui/forms/select";
import { DateRows } from "../../../_components/date-rows";
import { SessionFields } from "../../../_components/session-fields";
import { plan } from "../../../actions";

type Option = { value: string; label: string };

type PlanFormProps = {
  courses: Option[];
  pools: Option[];
  asked: { course?: string | undefined; pool?: string | undefined };
};

/** Plans a session: which course, for which pool, on which dates. */
export function PlanForm({ courses, pools, asked }: PlanFormProps) {
  const t = useTranslations("training.plan");
  const common = useTranslations("common");
  const [pool] = pools;
  return (
    <Form action={plan} refusals={useRefusalWords()}>
      <Select
        name="courseId"
        label={t("course")}
        placeholder={common("form.choose")}
        options={courses}
        defaultValue={asked.course}
        isRequired
      />
      {pools.length > 1 ? (
        <Select name="poolId" label={t("pool")} options={pools} defaultValue={asked.pool} isRequired />
      ) : (
        <input type="hidden" name="poolId" value={pool?.value} />
      )}
      <DateRows isOptional />
      <SessionFields withTrainer />
      <FormActions>
        <Button type="submit" variant="primary">
          {t("submit")}
        </Button>
        <LinkButton href="/manager/training">{common("action.cancel")}</LinkButton>
      </FormActions>
    </Form>
  );
}
