"use client";
import { useTranslations } from "next-intl";
import { findExecutives } from "@/app/_shared/forms/find-people";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { Button } from "@/components/ui/forms/button";
import { Form, FormActions } from "@/components/ui/forms/form";
import { FormRows } from "@/components/ui/forms/form-rows";
import { LinkButton } from "@/components/ui/forms/link-button";
import { Select } from "@/components/ui/forms/select";
import { AskedFields } from "../../_components/asked-fields";
import { askForPeople } from "../../actions";

type Option = { value: string; label: string };

/** Asks for people: what for, for whom, how many and from when. */
export function AskForm({ pools, executives }: { pools: Option[]; executives: Option[] }) {
  const t = useTranslations("hiring.ask");
  const common = useTranslations("common");
  return (
    <Form action={askForPeople} refusals={useRefusalWords()}>
      {pools.length > 1 ? (
        <Select name="poolId" label={t("pool")} options={pools} isRequired />
      ) : (
        <input type="hidden" name="poolId" value={pools[0]?.value} />
      )}
      <AskedFields />
      <FormRows
        name="executiveIds"
        label={t("executives")}
        description={t("executivesHint")}
        addLabel={t("addExecutive")}
        removeLabel={(row) => t("removeExecutive", { row })}
        row={(prefix, row) => (
          <Select
            name={`${prefix}.id`}
            label={t("executive", { row })}
            placeholder={t("wholePool")}
            options={executives}
            find={(q) => findExecutives({ q })}
          />
        )}
      />
      <FormActions>
        <Button type="submit" variant="primary">
          {t("submit")}
        </Button>
        <LinkButton href="/manager/hiring">{common("action.cancel")}</LinkButton>
      </FormActions>
    </Form>
  );
}
