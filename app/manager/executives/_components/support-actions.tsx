"use client";
import { useTranslations } from "next-intl";
import { useRefusalWords } from "@/components/assistants/use-refusal-words";
import { Button } from "@/components/ui/button";
import { Form, FormActions } from "@/components/ui/form";
import { DateField } from "@/components/ui/text-field";
import type { SupportAssignmentView } from "@/lib/support/schema";
import { changeSupportAction, endSupportAction, removeSupportAction } from "../support-actions";
import { TermFields } from "./term-fields";

/** Ends, changes or takes back one support assignment, behind a line that opens. */
export function SupportActions({ support, today }: { support: SupportAssignmentView; today: string }) {
  const t = useTranslations("people.support");
  const refusals = useRefusalWords();
  const { role, rank, from, to } = support;
  return (
    <details>
      <summary
        aria-label={t("changeOf", { name: support.assistantName })}
        className="w-fit cursor-default rounded-md py-1 text-sm text-accent hover:underline touch:min-h-11 touch:py-2.5 md:absolute md:top-2 md:right-0"
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
