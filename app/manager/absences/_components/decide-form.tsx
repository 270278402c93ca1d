"use client";
import { useTranslations } from "next-intl";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { Button } from "@/components/ui/forms/button";
import { Form } from "@/components/ui/forms/form";
import { Disclosure } from "@/components/ui/layout/disclosure";
import type { AbsenceView } from "@/lib/absences/requests/schema";
import { cancel, grant, refuseToCancel } from "../actions";
import { Hidden, YesOrNo } from "./yes-or-no";

type DecideFormProps = { absence: AbsenceView };

/** Grants or refuses what the owner asks to take back. */
export function CancellationForm({ absence }: DecideFormProps) {
  const t = useTranslations("absences.cancellation");
  const name = absence.assistantName;
  return (
    <YesOrNo
      absence={absence}
      yes={{
        action: grant,
        label: t("grant"),
        labelOf: t("grantOf", { name }),
        done: () => t("granted", { name }),
      }}
      no={{
        action: refuseToCancel,
        label: t("refuse"),
        labelOf: t("refuseOf", { name }),
        done: () => t("refused", { name }),
      }}
    />
  );
}

/** Cancelling asks first: the question opens in place, with what it will do. */
export function CancelForm({ absence }: DecideFormProps) {
  const t = useTranslations("absences.cancel");
  const refusals = useRefusalWords();
  const name = absence.assistantName;
  return (
    <Disclosure tone="quiet" summary={t("ask")} label={t("askOf", { name })}>
      <Form action={cancel} done={t("done", { name })} refusals={refusals} className="gap-2 py-1 text-sm">
        <Hidden absence={absence} />
        <p className="text-ink-2">{t("explain", { name })}</p>
        <Button type="submit" variant="danger" className="w-fit">
          {t("confirm")}
        </Button>
      </Form>
    </Disclosure>
  );
}
