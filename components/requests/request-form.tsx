"use client";
import { CalendarDays, Send } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { DateField } from "@/components/ui/dates/date-field";
import { TimeField } from "@/components/ui/dates/time-field";
import { Form, type FormAnswer, type FormProps } from "@/components/ui/forms/form";
import { PlainButton } from "@/components/ui/forms/plain-button";
import { RadioGroup } from "@/components/ui/forms/radio-group";
import { TextField } from "@/components/ui/forms/text-field";
import type { RequestTypeView } from "@/lib/requests/types/schema";
import { type FiledAnswer, FiledReceipt } from "./filed-receipt";
import { RequestFormDetails } from "./request-form-details";

type RequestFormProps<S extends FormAnswer> = {
  action: FormProps<S>["action"];
  types: RequestTypeView[];
  duties: { id: string; name: string }[];
  today: string;
  /** Who will most likely have it. */
  goesTo?: { name: string } | null;
  /** Whom it is for, where another person files it. */
  requester?: ReactNode;
};

/** What is needed, in one line that Enter sends, and by when; the rest is folded away. Works before JavaScript loads. */
export function RequestForm<S extends FormAnswer>(props: RequestFormProps<S>) {
  const { action, types, duties, today, goesTo, requester } = props;
  const t = useTranslations("requests.form");
  const isForAnother = requester !== undefined;
  return (
    <Form
      action={action}
      aria-label={t("label")}
      refusals={useRefusalWords(Object.fromEntries(duties.map((duty) => [duty.id, duty.name])))}
      receipt={(answer: FormAnswer) => (
        <FiledReceipt filed={(answer as FiledAnswer).value} isForAnother={isForAnother} />
      )}
      resetWhenDone
      className="group/when gap-3"
    >
      {requester}
      <div className="relative">
        <TextField
          name="summary"
          label={t(isForAnother ? "summaryFor" : "summary")}
          placeholder={t(isForAnother ? "summaryFor" : "summary")}
          maxLength={160}
          autoComplete="off"
          enterKeyHint="send"
          isRequired
          isLabelHidden
          controlClassName="h-14! rounded-xl! pl-4! pr-16! text-lg! shadow-xs md:pl-5! md:pr-36! xl:pr-96! focus-visible:ring-4 focus-visible:ring-accent-soft"
        />
        <div className="absolute top-1.5 right-1.5 flex h-11 items-center gap-3 md:top-3 md:right-3 md:h-8">
          {goesTo && (
            <span className="max-w-60 truncate text-xs text-ink-3 max-xl:hidden">
              {t("goesTo", { name: goesTo.name })}
            </span>
          )}
          <PlainButton type="submit" variant="primary" className="max-md:w-11 max-md:rounded-lg max-md:px-0">
            <Send aria-hidden className="max-md:size-5" />
            <span className="max-md:sr-only">{t("submit")}</span>
          </PlainButton>
        </div>
      </div>
      <WhenFields today={today} />
      <RequestFormDetails types={types} duties={duties} />
    </Form>
  );
}

/** By when it is needed: a few answers as chips; a day and a time show where one is to be picked. */
function WhenFields({ today }: { today: string }) {
  const t = useTranslations("requests.form");
  return (
    <>
      <RadioGroup
        name="when"
        label={t("due")}
        isLabelHidden
        appearance="chips"
        className="min-w-0 max-md:-mx-4 max-md:[&>div]:flex-nowrap max-md:[&>div]:overflow-x-auto max-md:[&>div]:px-4 max-md:[&>div]:py-0.5 max-md:[&>div]:[scrollbar-width:none]"
        defaultValue=""
        options={[
          { value: "today", label: t("when.today") },
          { value: "tomorrow", label: t("when.tomorrow") },
          { value: "week", label: t("when.week") },
          {
            value: "pick",
            label: (
              <>
                <CalendarDays aria-hidden className="size-4" />
                {t("when.pick")}
              </>
            ),
          },
          { value: "", label: t("when.none") },
        ]}
      />
      <div className="hidden gap-3 group-has-[input[value=pick]:checked]/when:flex">
        <DateField name="dueOn" label={t("day")} min={today} isRequired={false} />
        <TimeField name="dueTime" label={t("time")} isRequired={false} />
      </div>
    </>
  );
}
