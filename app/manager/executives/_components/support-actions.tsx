"use client";
import { useTranslations } from "next-intl";
import { type Choice, namesOf } from "@/app/_shared/forms/people-choices";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { DateField } from "@/components/ui/dates/date-field";
import { Button } from "@/components/ui/forms/button";
import { Form, FormActions } from "@/components/ui/forms/form";
import { FormDisclosure } from "@/components/ui/forms/form-disclosure";
import type { SupportAssignmentView } from "@/lib/support/schema";
import {
  changeSupportAction,
  changeSupportDutiesAction,
  endSupportAction,
  removeSupportAction,
} from "../support-actions";
import { DutyFields, TermFields } from "./term-fields";

type SupportActionsProps = { support: SupportAssignmentView; duties: Choice[]; today: string };

const formStyle = "has-[details[open]]:basis-full gap-2";

/** Ends, changes or takes back one support assignment; each behind a line that opens. */
export function SupportActions({ support, duties, today }: SupportActionsProps) {
  const isOver = support.to !== null && support.to < today;
  return (
    <div className="flex flex-wrap gap-x-4">
      {!isOver && <EndSupport support={support} today={today} />}
      {!isOver && duties.length > 0 && <ChangeDuties support={support} duties={duties} today={today} />}
      <ChangeSupport support={support} duties={duties} />
      <RemoveSupport support={support} />
    </div>
  );
}

function EndSupport({ support, today }: Omit<SupportActionsProps, "duties">) {
  const t = useTranslations("people.support");
  return (
    <Form
      action={endSupportAction}
      values={{ to: support.from > today ? support.from : today }}
      refusals={useRefusalWords()}
      done={t("changed")}
      className={formStyle}
    >
      <FormDisclosure summary={t("end")} label={t("endOf", { name: support.assistantName })}>
        <KnownFields support={support} />
        <div className="flex flex-wrap items-end gap-2">
          <DateField name="to" label={t("lastDay")} isRequired />
          <Button type="submit">{t("end")}</Button>
        </div>
      </FormDisclosure>
    </Form>
  );
}

function ChangeDuties({ support, duties, today }: SupportActionsProps) {
  const t = useTranslations("people.support");
  return (
    <Form
      action={changeSupportDutiesAction}
      values={{ from: support.from > today ? support.from : today, "dutyIds[]": support.dutyIds }}
      refusals={useRefusalWords(namesOf(duties))}
      done={t("changed")}
      className={formStyle}
    >
      <FormDisclosure
        summary={t("changeDuties")}
        label={t("changeDutiesOf", { name: support.assistantName })}
        className="max-w-xl"
      >
        <KnownFields support={support} />
        <DutyFields duties={duties} />
        <DateField name="from" label={t("dutiesFrom")} description={t("dutiesFromHint")} isRequired />
        <FormActions>
          <Button type="submit">{t("saveDuties")}</Button>
        </FormActions>
      </FormDisclosure>
    </Form>
  );
}

function ChangeSupport({ support, duties }: Omit<SupportActionsProps, "today">) {
  const t = useTranslations("people.support");
  const { role, rank, from, to } = support;
  return (
    <Form
      action={changeSupportAction}
      values={{ role, rank: String(rank), from, to: to ?? "" }}
      refusals={useRefusalWords(namesOf(duties))}
      done={t("changed")}
      className={formStyle}
    >
      <FormDisclosure
        summary={t("change")}
        label={t("changeOf", { name: support.assistantName })}
        className="max-w-xl"
      >
        <KnownFields support={support} />
        <TermFields />
        <FormActions>
          <Button type="submit">{t("save")}</Button>
        </FormActions>
      </FormDisclosure>
    </Form>
  );
}

function RemoveSupport({ support }: { support: SupportAssignmentView }) {
  const t = useTranslations("people.support");
  return (
    <Form action={removeSupportAction} refusals={useRefusalWords()} done={t("removed")} className={formStyle}>
      <FormDisclosure summary={t("remove")} label={t("removeOf", { name: support.assistantName })}>
        <KnownFields support={support} />
        <p className="text-sm text-ink-2">{t("removeHint")}</p>
        <Button type="submit" variant="danger" className="w-fit">
          {t("remove")}
        </Button>
      </FormDisclosure>
    </Form>
  );
}

function KnownFields({ support }: { support: SupportAssignmentView }) {
  return (
    <>
      <input type="hidden" name="id" value={support.id} />
      <input type="hidden" name="version" value={support.version} />
    </>
  );
}
