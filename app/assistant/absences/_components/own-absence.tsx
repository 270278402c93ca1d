"use client";
import { useTranslations } from "next-intl";
import { AbsenceRow } from "@/components/absences/absence-row";
import { AbsenceSteps } from "@/components/absences/absence-steps";
import { LoadOnOpen } from "@/components/absences/load-on-open";
import { StretchFields } from "@/components/absences/stretch-fields";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { useRangeWords } from "@/components/time/use-range-words";
import { DateField } from "@/components/ui/dates/date-field";
import { Button } from "@/components/ui/forms/button";
import { Form } from "@/components/ui/forms/form";
import { FormDisclosure } from "@/components/ui/forms/form-disclosure";
import { TextField } from "@/components/ui/forms/text-field";
import { isAskedFor } from "@/lib/absences/requests/rules-statuses";
import type { AbsenceView } from "@/lib/absences/requests/schema";
import { move, steps, takeBack, withdraw } from "../actions";

type OwnAbsenceProps = { absence: AbsenceView; typeName: string; isReported: boolean; today: string };

/** One of one's own absences with what its owner can do about it, and its history. */
export function OwnAbsence({ absence, typeName, isReported, today }: OwnAbsenceProps) {
  const t = useTranslations("absences");
  const when = useRangeWords()(absence);
  const { id, status } = absence;
  const isAsked = isAskedFor(status);
  const canTakeBack = status === "approved" && !isReported && absence.to >= today;
  return (
    <AbsenceRow
      absence={absence}
      typeName={typeName}
      more={
        <>
          {isAsked && <MoveForm absence={absence} when={when} />}
          {canTakeBack && <TakeBackForm absence={absence} when={when} today={today} />}
          <LoadOnOpen
            summary={t("history")}
            label={t("historyOf", { when })}
            load={async () => {
              const answer = await steps({ id });
              return answer.ok ? answer.value : null;
            }}
            show={(found) => <AbsenceSteps steps={found} />}
          />
        </>
      }
    >
      {isAsked && <WithdrawForm absence={absence} />}
    </AbsenceRow>
  );
}

function Hidden({ absence }: { absence: AbsenceView }) {
  return (
    <>
      <input type="hidden" name="id" value={absence.id} />
      <input type="hidden" name="version" value={absence.version} />
    </>
  );
}

function WithdrawForm({ absence }: { absence: AbsenceView }) {
  const t = useTranslations("absences.withdraw");
  return (
    <Form action={withdraw} done={t("done")} refusals={useRefusalWords()} className="gap-1">
      <Hidden absence={absence} />
      <Button type="submit">{t("do")}</Button>
    </Form>
  );
}

function MoveForm({ absence, when }: { absence: AbsenceView; when: string }) {
  const t = useTranslations("absences.change");
  return (
    <Form action={move} done={t("done")} refusals={useRefusalWords()} className="gap-2">
      <Hidden absence={absence} />
      <FormDisclosure summary={t("open")} label={t("openOf", { when })}>
        <StretchFields today={absence.from} from={absence.from} to={absence.to} />
        <Button type="submit" className="w-fit">
          {t("send")}
        </Button>
      </FormDisclosure>
    </Form>
  );
}

type TakeBackProps = { absence: AbsenceView; when: string; today: string };

function TakeBackForm({ absence, when, today }: TakeBackProps) {
  const t = useTranslations("absences.cancellation");
  return (
    <Form action={takeBack} done={t("done")} refusals={useRefusalWords()} className="gap-2">
      <Hidden absence={absence} />
      <FormDisclosure summary={t("ask")} label={t("askOf", { when })}>
        <p className="text-sm text-ink-2">{t("explain")}</p>
        <DateField
          name="from"
          label={t("from")}
          defaultValue={absence.from > today ? absence.from : today}
          isRequired
        />
        <TextField name="note" label={t("note")} maxLength={500} isRequired={false} />
        <Button type="submit" className="w-fit">
          {t("send")}
        </Button>
      </FormDisclosure>
    </Form>
  );
}
