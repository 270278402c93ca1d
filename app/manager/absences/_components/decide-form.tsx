"use client";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { Button } from "@/components/ui/forms/button";
import { Form } from "@/components/ui/forms/form";
import { LinkButton } from "@/components/ui/forms/link-button";
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

/**
 * Cancelling asks first: the question opens in place, with what it will do. A list of many draws the form of the one that is
 * opened; before hydration it leads to the absence's own page, where the form stands.
 */
export function CancelForm({ absence, isOneOfMany = false }: DecideFormProps & { isOneOfMany?: boolean }) {
  const t = useTranslations("absences.cancel");
  const details = useRef<HTMLDetailsElement>(null);
  const [isDrawn, setDrawn] = useState(!isOneOfMany);
  const name = absence.assistantName;
  useEffect(() => {
    if (details.current?.open) setDrawn(true);
  }, []);
  return (
    <details ref={details} onToggle={() => setDrawn(true)} className="text-sm">
      <summary
        aria-label={t("askOf", { name })}
        className="w-fit cursor-default rounded-md px-2 py-1 text-ink-2 hover:bg-sunken touch:min-h-11 touch:content-center"
      >
        {t("ask")}
      </summary>
      {isDrawn ? (
        <CancelQuestion absence={absence} />
      ) : (
        <LinkButton href={`/manager/absences/${absence.id}`} prefetch={false} variant="danger">
          {t("confirm")}
        </LinkButton>
      )}
    </details>
  );
}

function CancelQuestion({ absence }: DecideFormProps) {
  const t = useTranslations("absences.cancel");
  const refusals = useRefusalWords();
  const name = absence.assistantName;
  return (
    <Form action={cancel} done={t("done", { name })} refusals={refusals} className="max-w-72 gap-2 py-1">
      <Hidden absence={absence} />
      <p className="text-ink-2">{t("explain", { name })}</p>
      <Button type="submit" variant="danger" className="w-fit">
        {t("confirm")}
      </Button>
    </Form>
  );
}
