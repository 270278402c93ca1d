"use client";
import { useFormatter, useTranslations } from "next-intl";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { DateField } from "@/components/ui/dates/date-field";
import { Button } from "@/components/ui/forms/button";
import { Form } from "@/components/ui/forms/form";
import { RadioGroup } from "@/components/ui/forms/radio-group";
import type { CasePairView } from "@/lib/disputes/restrictions/schema";
import { keepPairApart, letPairTogether } from "./mediation-actions";

/** Keeps the assistant and the executive of a conversation apart, or ends that. */
export function RestrictionForm({ caseId, pair }: { caseId: string; pair: CasePairView }) {
  const t = useTranslations("conversations.more.apart");
  const format = useFormatter();
  const refusals = useRefusalWords();
  const { assistantName, executiveName, restriction } = pair;
  const day = (on: string) => format.dateTime(new Date(`${on}T00:00:00Z`), "dayYear", { timeZone: "UTC" });
  if (restriction)
    return (
      <Form
        action={letPairTogether}
        done={t("lifted")}
        refusals={refusals}
        keepsNothing
        className="gap-2 py-1"
      >
        <input type="hidden" name="id" value={caseId} />
        <p className="text-sm text-ink-2">
          {t(restriction.kind)}
          {". "}
          {t("state", {
            review: restriction.reviewOn ? day(restriction.reviewOn) : "–",
            expires: restriction.expiresOn ? day(restriction.expiresOn) : "none",
          })}
        </p>
        <Button type="submit" className="w-fit">
          {t("lift")}
        </Button>
      </Form>
    );
  return (
    <Form action={keepPairApart} done={t("saved")} refusals={refusals} keepsNothing className="gap-3 py-1">
      <input type="hidden" name="id" value={caseId} />
      <p className="text-sm text-ink-2">
        {t("explain", { assistant: assistantName, executive: executiveName })}
      </p>
      <RadioGroup
        name="kind"
        label={t("kind")}
        defaultValue="hard"
        options={(["hard", "soft"] as const).map((value) => ({ value, label: t(value) }))}
      />
      <DateField name="reviewOn" label={t("reviewOn")} description={t("reviewHint")} isRequired />
      <DateField name="expiresOn" label={t("expiresOn")} isRequired={false} />
      <DateField
        name="supportUntil"
        label={t("supportUntil")}
        description={t("supportHint")}
        isRequired={false}
      />
      <Button type="submit" className="w-fit">
        {t("save")}
      </Button>
    </Form>
  );
}
