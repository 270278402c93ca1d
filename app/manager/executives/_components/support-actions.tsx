"use client";
import { useTranslations } from "next-intl";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { Button } from "@/components/ui/forms/button";
import { Form, FormActions } from "@/components/ui/forms/form";
import { FormDisclosure } from "@/components/ui/forms/form-disclosure";
import { DateField } from "@/components/ui/forms/text-field";
import type { SupportAssignmentView } from "@/lib/support/schema";
import { changeSupportAction, endSupportAction, removeSupportAction } from "../support-actions";
import { TermFields } from "./term-fields";

type SupportActionsProps = { support: SupportAssignmentView; today: string };

const formStyle = "has-[details[open]]:basis-full gap-2";

/** Ends, changes or takes back one support assignment; each behind a line that opens. */
export function SupportActions({ support, today }: SupportActionsProps) {
  return (
    <div className="flex flex-wrap gap-x-4">
      {(support.to === null || support.to >= today) && <EndSupport support={support} today={today} />}
      <ChangeSupport support={support} />
      <RemoveSupport support={support} />
    </div>
  );
}

function EndSupport({ support, today }: SupportActionsProps) {
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

function ChangeSupport({ support }: { support: SupportAssignmentView }) {
  const t = useTranslations("people.support");
  const { role, rank, from, to } = support;
  return (
    <Form
      action={changeSupportAction}
      values={{ role, rank: String(rank), from, to: to ?? "" }}
      refusals={useRefusalWords()}
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
