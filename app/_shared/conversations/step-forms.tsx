"use client";
import { useTranslations } from "next-intl";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { DateField } from "@/components/ui/dates/date-field";
import { Button } from "@/components/ui/forms/button";
import { Form } from "@/components/ui/forms/form";
import { RadioGroup } from "@/components/ui/forms/radio-group";
import { Select } from "@/components/ui/forms/select";
import { TextArea } from "@/components/ui/forms/text-area";
import { type CaseView, CLOSING_OUTCOMES } from "@/lib/disputes/cases/schema";
import { acknowledge, close, escalate, moveDay, reopen, triage } from "./actions";
import { CaseFields } from "./case-fields";

type StepFormProps = { view: CaseView };

/** The first answer to whoever raised it, in one's own words. */
export function AcknowledgeForm({ view }: StepFormProps) {
  const t = useTranslations("conversations.next.acknowledge");
  return (
    <Form action={acknowledge} done={t("done")} refusals={useRefusalWords()} keepsNothing className="gap-2">
      <CaseFields view={view} />
      <TextArea name="words" label={t("words")} maxLength={2_000} autoComplete="off" isRequired />
      <Button type="submit" variant="primary" className="w-fit">
        {t("submit")}
      </Button>
    </Form>
  );
}

/** How grave it is, and by when it is to be closed. */
export function TriageForm({ view }: StepFormProps) {
  const t = useTranslations("conversations.next.triage");
  return (
    <Form action={triage} done={t("done")} refusals={useRefusalWords()} keepsNothing className="gap-3">
      <CaseFields view={view} />
      <RadioGroup
        name="tier"
        label={t("tier")}
        defaultValue={String(view.tier)}
        options={([1, 2, 3] as const).map((tier) => ({ value: String(tier), label: t(`tiers.${tier}`) }))}
      />
      <DateField name="promisedOn" label={t("promisedOn")} isRequired />
      <TextArea
        name="reason"
        label={t("reason")}
        description={t("reasonExplain")}
        maxLength={2_000}
        autoComplete="off"
        isRequired={false}
      />
      <Button type="submit" variant="primary" className="w-fit">
        {t("submit")}
      </Button>
    </Form>
  );
}

/** Passes it to HR or outside, and says so to whoever raised it. */
export function EscalateForm({ view }: StepFormProps) {
  const t = useTranslations("conversations.next.grave");
  return (
    <Form action={escalate} done={t("done")} refusals={useRefusalWords()} keepsNothing className="gap-2">
      <CaseFields view={view} />
      <TextArea name="reason" label={t("reason")} maxLength={2_000} autoComplete="off" isRequired />
      <Button type="submit" variant="primary" className="w-fit">
        {t("submit")}
      </Button>
    </Form>
  );
}

/** Another day by which it is to be closed, with a reason that its people read. */
export function MoveDayForm({ view }: StepFormProps) {
  const t = useTranslations("conversations.more.moveDay");
  return (
    <Form action={moveDay} done={t("done")} refusals={useRefusalWords()} keepsNothing className="gap-2 py-1">
      <CaseFields view={view} />
      <DateField name="promisedOn" label={t("on")} isRequired />
      <TextArea name="reason" label={t("reason")} maxLength={2_000} autoComplete="off" isRequired />
      <Button type="submit" className="w-fit">
        {t("submit")}
      </Button>
    </Form>
  );
}

/** How it ended, with a sentence to each of its people, who read only their own. */
export function CloseForm({ view }: StepFormProps) {
  const t = useTranslations("conversations.next.close");
  const parties = view.people.filter(({ role, since, until }) => role === "party" && since && !until);
  return (
    <Form action={close} done={t("done")} refusals={useRefusalWords()} keepsNothing className="gap-3">
      <CaseFields view={view} />
      <Select
        name="outcome"
        label={t("outcome")}
        placeholder={t("choose")}
        options={CLOSING_OUTCOMES.map((value) => ({ value, label: t(`outcomes.${value}`) }))}
        isRequired
      />
      {parties.map(({ userId, name }) => (
        <TextArea
          key={userId}
          name={`words.${userId}`}
          label={t("words", { name })}
          maxLength={2_000}
          autoComplete="off"
          isRequired
        />
      ))}
      <Button type="submit" variant="primary" className="w-fit">
        {t("submit")}
      </Button>
    </Form>
  );
}

/** Opens a closed conversation again. */
export function ReopenForm({ view }: StepFormProps) {
  const t = useTranslations("conversations.next.reopen");
  return (
    <Form action={reopen} done={t("done")} refusals={useRefusalWords()} keepsNothing>
      <CaseFields view={view} />
      <Button type="submit" className="w-fit">
        {t("submit")}
      </Button>
    </Form>
  );
}
