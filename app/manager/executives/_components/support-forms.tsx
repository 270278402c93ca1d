"use client";
import { useTranslations } from "next-intl";
import { useRefusalWords } from "@/components/assistants/use-refusal-words";
import { Button } from "@/components/ui/button";
import { Form, FormActions } from "@/components/ui/form";
import { Select } from "@/components/ui/select";
import { DateField, NumberField } from "@/components/ui/text-field";
import { SUPPORT_ROLES, type SupportAssignmentView } from "@/lib/support/schema";
import type { Choice } from "../../_forms/people-choices";
import {
  changeSupportAction,
  createSupportAction,
  endSupportAction,
  removeSupportAction,
} from "../support-actions";

type AddSupportProps = { executiveId: string; assistants: Choice[]; today: string };

/** Names another supporter, from a day and as long as wanted. */
export function AddSupport({ executiveId, assistants, today }: AddSupportProps) {
  const t = useTranslations("people.support");
  return (
    <Form
      action={createSupportAction}
      values={{ from: today, role: "primary", rank: "1" }}
      refusals={useRefusalWords()}
      done={t("added")}
      resetWhenDone
    >
      <input type="hidden" name="executiveId" value={executiveId} />
      <Select name="assistantId" label={t("assistant")} options={assistants} placeholder="–" isRequired />
      <TermFields />
      <FormActions>
        <Button type="submit" variant="primary">
          {t("add")}
        </Button>
      </FormActions>
    </Form>
  );
}

function TermFields() {
  const t = useTranslations("people");
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Select
        name="role"
        label={t("support.role")}
        options={SUPPORT_ROLES.map((value) => ({ value, label: t(`role.${value}`) }))}
      />
      <NumberField name="rank" label={t("support.rank")} min={1} max={99} />
      <DateField name="from" label={t("support.from")} isRequired />
      <DateField name="to" label={t("support.to")} description={t("support.toHint")} isRequired={false} />
    </div>
  );
}

/** Ends, changes or takes back one support assignment, behind a line that opens. */
export function SupportActions({ support, today }: { support: SupportAssignmentView; today: string }) {
  const t = useTranslations("people.support");
  const refusals = useRefusalWords();
  const { role, rank, from, to } = support;
  return (
    <details className="group">
      <summary
        aria-label={t("changeOf", { name: support.assistantName })}
        className="w-fit cursor-default rounded-md text-sm text-accent underline-offset-2 hover:underline touch:min-h-11 touch:py-2.5"
      >
        {t("change")}
      </summary>
      <div className="grid max-w-xl gap-4 py-3">
        {(to === null || to >= today) && (
          <Form
            action={endSupportAction}
            values={{ to: from > today ? from : today }}
            refusals={refusals}
            done={t("changed")}
            className="flex flex-wrap items-end gap-2"
          >
            <KnownFields support={support} />
            <DateField name="to" label={t("lastDay")} isRequired />
            <Button type="submit">{t("end")}</Button>
          </Form>
        )}
        <Form
          action={changeSupportAction}
          values={{ role, rank: String(rank), from, to: to ?? "" }}
          refusals={refusals}
          done={t("changed")}
        >
          <KnownFields support={support} />
          <TermFields />
          <FormActions>
            <Button type="submit">{t("save")}</Button>
          </FormActions>
        </Form>
        <details>
          <summary className="w-fit cursor-default text-sm text-ink-2 hover:text-ink">
            {t("removeAsk")}
          </summary>
          <Form action={removeSupportAction} refusals={refusals} done={t("removed")} className="gap-2 pt-2">
            <KnownFields support={support} />
            <p className="text-sm text-ink-2">{t("removeHint")}</p>
            <Button type="submit" variant="danger" className="w-fit">
              {t("remove")}
            </Button>
          </Form>
        </details>
      </div>
    </details>
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
