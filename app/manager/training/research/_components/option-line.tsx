"use client";
import { useFormatter, useTranslations } from "next-intl";
import { DisclosedForm } from "@/app/_shared/forms/disclosed-form";
import { TapForm } from "@/app/_shared/forms/tap-form";
import { OptionTitle } from "@/app/_shared/training/option-title";
import { useAmountWords } from "@/components/time/use-amount-words";
import { TextArea } from "@/components/ui/forms/text-area";
import { NumberField, TextField } from "@/components/ui/forms/text-field";
import type { OptionView } from "@/lib/training/options/schema";
import { MoneyFields } from "../../_components/money-fields";
import { decideOn, makeCourse, saveOption } from "../../actions";

/** Something that could be learnt: what it is compared by, the decision, and what may come next. */
export function OptionLine({ option }: { option: OptionView }) {
  const t = useTranslations("training.research");
  const format = useFormatter();
  const amountWords = useAmountWords();
  const { id, version, title, provider, minutes, costPerPerson, currency, status, reason } = option;
  const facts = [
    provider,
    option.place,
    option.days,
    minutes !== null && amountWords(minutes, "minutes"),
    costPerPerson !== null &&
      t("each", { price: format.number(costPerPerson / 100, { style: "currency", currency }) }),
  ].filter(Boolean);
  return (
    <li className="grid gap-1 border-b border-hair py-3">
      <p className="grid">
        <OptionTitle option={option} />
        <span className="text-sm text-ink-2">
          {facts.join(" · ") || t("suggested", { name: option.suggestedBy })}
        </span>
        {option.hasTwin && <span className="text-sm text-gap-ink">{t("twin")}</span>}
        {option.notes && <span className="text-sm whitespace-pre-line">{option.notes}</span>}
        {reason && <span className="text-sm">{t("because", { reason })}</span>}
      </p>
      <div className="flex flex-wrap items-start gap-x-2">
        {(status === "idea" || status === "set_aside") && (
          <TapForm
            action={decideOn}
            fields={{ id, version, to: "looking" }}
            label={t("look")}
            of={t("lookOf", { title })}
          />
        )}
        {status === "chosen" && (
          <TapForm
            action={makeCourse}
            fields={{ id, version }}
            label={t("makeCourse")}
            of={t("makeCourseOf", { title })}
            variant="primary"
          />
        )}
        {(status === "idea" || status === "looking") && <Decide {...{ id, version, title }} to="chosen" />}
        {status !== "set_aside" && status !== "scheduled" && (
          <Decide {...{ id, version, title }} to="set_aside" />
        )}
        {status !== "scheduled" && (
          <DisclosedForm
            action={saveOption}
            summary={t("change")}
            label={t("changeOf", { title })}
            submit={t("save")}
            done={t("saved")}
            fields={{ id, version }}
          >
            <OptionFields option={option} />
          </DisclosedForm>
        )}
      </div>
    </li>
  );
}

type DecideProps = { id: string; version: number; title: string; to: "chosen" | "set_aside" };

function Decide({ id, version, title, to }: DecideProps) {
  const t = useTranslations("training.research.decide");
  return (
    <DisclosedForm
      action={decideOn}
      summary={t(`${to}.open`)}
      label={t(`${to}.openOf`, { title })}
      submit={t(`${to}.open`)}
      done={t(`${to}.done`)}
      fields={{ id, version, to }}
    >
      <TextArea
        name="reason"
        label={t("reason")}
        description={t("reasonHint")}
        rows={2}
        maxLength={300}
        isRequired
      />
    </DisclosedForm>
  );
}

function OptionFields({ option }: { option: OptionView }) {
  const t = useTranslations("training.research");
  return (
    <>
      <TextField name="title" label={t("title")} maxLength={80} defaultValue={option.title} isRequired />
      <TextField name="provider" label={t("provider")} maxLength={80} defaultValue={option.provider} />
      <TextField name="link" label={t("link")} type="url" maxLength={500} defaultValue={option.link} />
      <TextField name="place" label={t("place")} maxLength={80} defaultValue={option.place} />
      <TextField name="days" label={t("days")} maxLength={120} defaultValue={option.days} />
      <NumberField
        name="minutes"
        label={t("minutes")}
        min={1}
        max={60_000}
        defaultValue={String(option.minutes ?? "")}
      />
      <MoneyFields
        name="costPerPerson"
        label={t("price")}
        amount={option.costPerPerson}
        currency={option.currency}
      />
      <TextArea name="notes" label={t("notes")} rows={3} maxLength={1000} defaultValue={option.notes} />
    </>
  );
}
