"use client";
import { useTranslations } from "next-intl";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { DateField } from "@/components/ui/dates/date-field";
import { Button } from "@/components/ui/forms/button";
import { Form } from "@/components/ui/forms/form";
import { FormRows } from "@/components/ui/forms/form-rows";
import { RadioGroup } from "@/components/ui/forms/radio-group";
import { Select } from "@/components/ui/forms/select";
import { TextArea } from "@/components/ui/forms/text-area";
import { TextField } from "@/components/ui/forms/text-field";
import type { CaseView } from "@/lib/disputes/cases/schema";
import { FEELINGS } from "@/lib/disputes/mediation/schema";
import { CaseFields } from "./case-fields";
import { propose, sayHowItGoes, sign } from "./mediation-actions";

/** What is to be agreed, term by term; each version is signed by all. */
export function ProposeForm({
  view,
  people,
}: {
  view: CaseView;
  people: { userId: string; name: string }[];
}) {
  const t = useTranslations("conversations.agreement");
  const values = Object.fromEntries(
    (view.mediation.agreement?.terms ?? []).flatMap(({ words, whoId, untilOn }, i) => [
      [`terms.${i}.words`, words],
      [`terms.${i}.whoId`, whoId ?? ""],
      [`terms.${i}.untilOn`, untilOn ?? ""],
    ]),
  );
  return (
    <Form
      action={propose}
      values={values}
      done={t("proposed")}
      refusals={useRefusalWords()}
      keepsNothing
      className="gap-3"
    >
      <CaseFields view={view} />
      <FormRows
        name="terms"
        label={t("terms")}
        addLabel={t("addTerm")}
        removeLabel={(row) => t("removeTerm", { row })}
        row={(prefix, number) => (
          <div className="grid gap-2">
            <TextField
              name={`${prefix}.words`}
              label={t("term", { number })}
              maxLength={500}
              autoComplete="off"
            />
            <Select
              name={`${prefix}.whoId`}
              label={t("who", { number })}
              placeholder={t("all")}
              options={people.map(({ userId, name }) => ({ value: userId, label: name }))}
            />
            <DateField name={`${prefix}.untilOn`} label={t("until", { number })} isRequired={false} />
          </div>
        )}
      />
      <Button type="submit" variant="primary" className="w-fit">
        {t("propose")}
      </Button>
    </Form>
  );
}

/** Signs the version that is read. */
export function SignForm({ caseId, edition }: { caseId: string; edition: number }) {
  const t = useTranslations("conversations.agreement");
  return (
    <Form action={sign} done={t("signed")} refusals={useRefusalWords()} keepsNothing>
      <input type="hidden" name="id" value={caseId} />
      <input type="hidden" name="edition" value={edition} />
      <Button type="submit" variant="primary" className="w-fit">
        {t("sign")}
      </Button>
      <p className="text-sm text-ink-2">{t("signExplain")}</p>
    </Form>
  );
}

/** How it goes; only the handler reads it. */
export function CheckInForm({ caseId, checkInId }: { caseId: string; checkInId: string }) {
  const t = useTranslations("conversations.checkIn");
  return (
    <Form action={sayHowItGoes} done={t("done")} refusals={useRefusalWords()} keepsNothing className="gap-3">
      <input type="hidden" name="id" value={caseId} />
      <input type="hidden" name="checkInId" value={checkInId} />
      <RadioGroup
        name="feeling"
        label={t("label")}
        isLabelHidden
        appearance="segmented"
        options={FEELINGS.map((value) => ({ value, label: t(`feelings.${value}`) }))}
      />
      <TextArea name="words" label={t("words")} maxLength={500} autoComplete="off" isRequired={false} />
      <Button type="submit" variant="primary" className="w-fit">
        {t("submit")}
      </Button>
    </Form>
  );
}
