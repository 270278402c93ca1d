"use client";
import { useTranslations } from "next-intl";
import { DisclosedForm } from "@/app/_shared/forms/disclosed-form";
import type { Choice } from "@/app/_shared/forms/people-choices";
import { SettleArrangement } from "@/app/_shared/training/settle-arrangement";
import { useDayWords } from "@/components/time/use-day-words";
import { DateField } from "@/components/ui/dates/date-field";
import { Checkbox } from "@/components/ui/forms/checkbox";
import { Select } from "@/components/ui/forms/select";
import { TextField } from "@/components/ui/forms/text-field";
import { EmptyState } from "@/components/ui/layout/empty-state";
import { ARRANGEMENT_KINDS } from "@/lib/training/arrangements/rules";
import type { ArrangementView } from "@/lib/training/arrangements/schema";
import { addToArrange, saveToArrange, settleToArrange } from "../../../actions";

type ArrangementsProps = {
  sessionId: string;
  arrangements: readonly ArrangementView[];
  assistants: readonly Choice[];
  today: string;
  isOpen: boolean;
};

/** What the session needs, who sees to it and by when: one tap says done or not needed, a line opens to change it. */
export function Arrangements({ sessionId, arrangements, assistants, today, isOpen }: ArrangementsProps) {
  const t = useTranslations("training.arrangements");
  return (
    <>
      {arrangements.length === 0 && <EmptyState>{t("none")}</EmptyState>}
      <ul>
        {arrangements.map((one) => (
          <ArrangementLine key={`${one.id} ${one.version}`} {...{ one, assistants, today, isOpen }} />
        ))}
      </ul>
      {isOpen && (
        <DisclosedForm
          action={addToArrange}
          summary={t("add")}
          submit={t("add")}
          done={t("added")}
          fields={{ sessionId }}
          adds
        >
          <ArrangementFields assistants={assistants} />
        </DisclosedForm>
      )}
    </>
  );
}

type LineProps = Omit<ArrangementsProps, "sessionId" | "arrangements"> & { one: ArrangementView };

function ArrangementLine({ one, assistants, today, isOpen }: LineProps) {
  const t = useTranslations("training.arrangements");
  const dayWords = useDayWords();
  const { id, version, kind, label, owner, dueOn, status } = one;
  const what = label || t(`kinds.${kind}`);
  const isLate = status === "open" && dueOn < today;
  return (
    <li className="grid gap-1 border-b border-hair py-2">
      <p className="grid min-w-0 text-sm">
        <span className={status === "open" ? "font-medium" : "text-ink-2"}>
          {label ? `${t(`kinds.${kind}`)}: ${label}` : what}
        </span>
        <span className={isLate ? "text-xs font-medium text-gap-ink" : "text-xs text-ink-2"}>
          {status === "open"
            ? t(isLate ? "overdue" : "due", { owner, day: dayWords(dueOn) })
            : t(`settled.${status}`, { owner })}
        </span>
      </p>
      {isOpen && (
        <div className="flex flex-wrap items-start gap-x-2">
          <SettleArrangement action={settleToArrange} arrangement={one} what={what} />
          {status === "open" && (
            <DisclosedForm
              action={saveToArrange}
              summary={t("change")}
              label={t("changeOf", { what })}
              submit={t("save")}
              done={t("saved", { what })}
              fields={{ id, version }}
            >
              <ArrangementFields assistants={assistants} arrangement={one} />
            </DisclosedForm>
          )}
        </div>
      )}
    </li>
  );
}

type FieldsProps = { assistants: readonly Choice[]; arrangement?: ArrangementView };

function ArrangementFields({ assistants, arrangement }: FieldsProps) {
  const t = useTranslations("training.arrangements");
  return (
    <>
      <Select
        name="kind"
        label={t("kind")}
        options={ARRANGEMENT_KINDS.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
        defaultValue={arrangement?.kind ?? "room"}
        isRequired
      />
      <TextField name="label" label={t("label")} maxLength={120} defaultValue={arrangement?.label} />
      <Select
        name="ownerId"
        label={t("owner")}
        options={[...assistants]}
        placeholder={t("me")}
        {...(arrangement?.ownerId && { defaultValue: arrangement.ownerId })}
      />
      <DateField name="dueOn" label={t("dueOn")} defaultValue={arrangement?.dueOn} isRequired />
      <Checkbox name="isShown" label={t("isShown")} defaultChecked={arrangement?.isShown} />
    </>
  );
}
