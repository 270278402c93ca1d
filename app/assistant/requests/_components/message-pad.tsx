"use client";
import { Send } from "lucide-react";
import { useTranslations } from "next-intl";
import type { KeyboardEvent } from "react";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { TimeField } from "@/components/ui/dates/time-field";
import { typeInto } from "@/components/ui/forms/carrier";
import { Checkbox } from "@/components/ui/forms/checkbox";
import { Form, type FormAnswer } from "@/components/ui/forms/form";
import type { Option } from "@/components/ui/forms/options";
import { PlainButton } from "@/components/ui/forms/plain-button";
import { RadioGroup } from "@/components/ui/forms/radio-group";
import { Select } from "@/components/ui/forms/select";
import { SuggestField } from "@/components/ui/forms/suggest-field";
import { TextArea } from "@/components/ui/forms/text-area";
import { TextField } from "@/components/ui/forms/text-field";
import { Kbd } from "@/components/ui/layout/kbd";
import { Notice } from "@/components/ui/layout/notice";
import type { KnownCaller } from "@/lib/requests/messages/queries";
import { CALLER_WISHES } from "@/lib/requests/rules-choices";
import { takeMessage } from "../actions";

type TakenAnswer = FormAnswer & { value: { caller: string; executiveName: string } };
type MessagePadProps = { executives: Option[]; callers: KnownCaller[] };

/** A phone message in the order one hears it: Enter sends from any line, Ctrl Enter from the text; the next call can begin at once. */
export function MessagePad({ executives, callers }: MessagePadProps) {
  const t = useTranslations("requests.messages");

  /** A caller who is known brings company and number along, where none were typed. */
  function fillKnown({ value, form }: HTMLInputElement) {
    const name = value.trim().toLowerCase();
    const known = callers.find(({ caller }) => caller.toLowerCase() === name);
    if (!known) return;
    for (const key of ["company", "number"] as const) {
      const field = form?.elements.namedItem(key);
      if (field instanceof HTMLInputElement && field.value === "") typeInto(field, known[key]);
    }
  }

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>) {
    if (event.key === "Enter" && (event.metaKey || event.ctrlKey))
      (event.target as HTMLElement).closest("form")?.requestSubmit();
  }

  return (
    <Form
      action={takeMessage}
      aria-label={t("pad")}
      refusals={useRefusalWords()}
      resetWhenDone
      receipt={(answer: FormAnswer) => {
        const { caller, executiveName } = (answer as TakenAnswer).value;
        return (
          <Notice tone="done" role="status">
            {t("sent", { caller, name: executiveName })}
          </Notice>
        );
      }}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it sends the form its fields are in. */}
      <div onKeyDown={onKeyDown} className="grid gap-4">
        <Select name="executiveId" label={t("for")} options={executives} className="max-w-md" />
        <SuggestField
          name="caller"
          label={t("caller")}
          maxLength={120}
          isRequired
          autoFocus
          options={callers.map(({ caller, company, number }) => ({
            value: caller,
            label: caller,
            hint: [company, number].filter(Boolean).join(", "),
          }))}
          onChange={(event) => fillKnown(event.currentTarget)}
          className="max-w-md"
        />
        <div className="grid max-w-md gap-4 sm:grid-cols-2">
          <TextField
            name="company"
            label={t("company")}
            maxLength={120}
            isRequired={false}
            autoComplete="off"
          />
          <TextField
            name="number"
            label={t("number")}
            maxLength={60}
            isRequired={false}
            inputMode="tel"
            autoComplete="off"
          />
        </div>
        <RadioGroup
          name="wish"
          label={t("what")}
          appearance="chips"
          defaultValue="call_back"
          options={CALLER_WISHES.map((value) => ({ value, label: t(`wish.${value}`) }))}
        />
        <div className="flex flex-wrap items-end gap-4">
          <TimeField name="by" label={t("callBackByLabel")} isRequired={false} />
          <Checkbox name="urgent" label={t("urgent")} />
        </div>
        <TextArea name="text" label={t("text")} rows={3} maxLength={4000} isRequired={false} />
        <PlainButton type="submit" variant="primary" className="w-fit">
          <Send aria-hidden />
          {t("send")}
          <Kbd className="max-md:hidden">Enter</Kbd>
        </PlainButton>
      </div>
    </Form>
  );
}
