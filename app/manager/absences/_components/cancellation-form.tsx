"use client";
import { Check, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useAbsenceRefusals } from "@/components/absences/use-absence-refusals";
import { Button } from "@/components/ui/button";
import { Form } from "@/components/ui/form";
import { TextField } from "@/components/ui/text-field";
import type { AbsenceView } from "@/lib/absences/schema";
import { grant, refuseToCancel } from "../actions";
import { Hidden } from "./decide-form";

/** Grants or refuses what the owner asks to take back; two forms, so that each works before hydration. */
export function CancellationForm({ absence }: { absence: AbsenceView }) {
  const t = useTranslations("absences");
  const refusals = useAbsenceRefusals();
  const name = absence.assistantName;
  return (
    <>
      <Form action={grant} done={t("cancellation.granted", { name })} refusals={refusals} className="gap-1">
        <Hidden absence={absence} />
        <Button
          type="submit"
          variant="primary"
          icon={<Check aria-hidden />}
          aria-label={t("cancellation.grantOf", { name })}
        >
          {t("cancellation.grant")}
        </Button>
      </Form>
      <Form
        action={refuseToCancel}
        done={t("cancellation.refused", { name })}
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
        <Button type="submit" icon={<X aria-hidden />} aria-label={t("cancellation.refuseOf", { name })}>
          {t("cancellation.refuse")}
        </Button>
      </Form>
    </>
  );
}
