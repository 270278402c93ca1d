"use client";
import { Check, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useAbsenceRefusals } from "@/components/absences/use-absence-refusals";
import { Button } from "@/components/ui/button";
import { Form } from "@/components/ui/form";
import { TextField } from "@/components/ui/text-field";
import { notify } from "@/components/ui/toast";
import type { AbsenceView } from "@/lib/absences/schema";
import { approve, cancel, decline } from "../actions";

type DecideFormProps = { absence: AbsenceView };

/** Approve or decline with a comment that reaches the assistant; two forms, so that each works before hydration. */
export function DecideForm({ absence }: DecideFormProps) {
  const t = useTranslations("absences");
  const refusals = useAbsenceRefusals();
  const name = absence.assistantName;
  return (
    <>
      <Form
        action={approve}
        onDone={(answer) =>
          answer.status === "done" &&
          notify(t(answer.value.status === "approved" ? "decide.approved" : "decide.provisional", { name }))
        }
        refusals={refusals}
        className="gap-1"
      >
        <Hidden absence={absence} />
        <Button
          type="submit"
          variant="primary"
          icon={<Check aria-hidden />}
          aria-label={t("decide.approveOf", { name })}
        >
          {t("decide.approve")}
        </Button>
      </Form>
      <Form
        action={decline}
        done={t("decide.declined", { name })}
        refusals={refusals}
        className="flex flex-wrap items-end gap-2"
      >
        <Hidden absence={absence} />
        <TextField
          name="note"
          label={t("field.comment", { name })}
          placeholder={t("decide.comment")}
          isLabelHidden
          maxLength={500}
          className="w-44"
        />
        <Button type="submit" icon={<X aria-hidden />} aria-label={t("decide.declineOf", { name })}>
          {t("decide.decline")}
        </Button>
      </Form>
    </>
  );
}

/** Which absence is meant, as it was when it was shown. */
export function Hidden({ absence }: DecideFormProps) {
  return (
    <>
      <input type="hidden" name="id" value={absence.id} />
      <input type="hidden" name="version" value={absence.version} />
    </>
  );
}

/** Cancelling asks first: the question opens in place, with what it will do. */
export function CancelForm({ absence }: DecideFormProps) {
  const t = useTranslations("absences");
  const refusals = useAbsenceRefusals();
  const name = absence.assistantName;
  return (
    <details className="text-sm">
      <summary
        aria-label={t("cancel.askOf", { name })}
        className="w-fit cursor-default rounded-md px-2 py-1 text-ink-2 hover:bg-sunken touch:min-h-11 touch:content-center"
      >
        {t("cancel.ask")}
      </summary>
      <Form
        action={cancel}
        done={t("cancel.done", { name })}
        refusals={refusals}
        className="max-w-72 gap-2 py-1"
      >
        <Hidden absence={absence} />
        <p className="text-ink-2">{t("cancel.explain", { name })}</p>
        <Button type="submit" variant="danger" className="w-fit">
          {t("cancel.confirm")}
        </Button>
      </Form>
    </details>
  );
}
