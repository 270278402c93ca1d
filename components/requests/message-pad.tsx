"use client";
import { Send } from "lucide-react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useRef, useState } from "react";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { TimeField } from "@/components/ui/dates/time-field";
import { typeInto } from "@/components/ui/forms/carrier";
import { Checkbox } from "@/components/ui/forms/checkbox";
import { Form, type FormAnswer, type FormProps } from "@/components/ui/forms/form";
import type { FindOptions, Option } from "@/components/ui/forms/options";
import { PlainButton } from "@/components/ui/forms/plain-button";
import { RadioGroup } from "@/components/ui/forms/radio-group";
import { Select } from "@/components/ui/forms/select";
import { SuggestField } from "@/components/ui/forms/suggest-field";
import { TextArea } from "@/components/ui/forms/text-area";
import { TextField } from "@/components/ui/forms/text-field";
import { Kbd } from "@/components/ui/layout/kbd";
import { Notice } from "@/components/ui/layout/notice";
import type { KnownCaller } from "@/lib/requests/messages/schema";
import { CALLER_WISHES } from "@/lib/requests/rules-choices";
import { useMomentWords } from "./use-promise-words";

type TakenAnswer = FormAnswer & { value: { caller: string; executiveName: string } };
type MessagePadProps = {
  action: unknown;
  executives: Option[];
  callers: KnownCaller[];
  find?: FindOptions | undefined;
  onSent?: () => void;
};

/** A phone message in the order one hears it: Enter sends from any line, Ctrl Enter from the text; the next call can begin at once. */
export function MessagePad({ action, executives, callers, find, onSent }: MessagePadProps) {
  const t = useTranslations("requests.messages");
  const box = useRef<HTMLDivElement>(null);
  const [known, setKnown] = useState<KnownCaller>();

  /** A caller who is known brings company and number along, where none were typed. */
  function fillKnown({ value, form }: HTMLInputElement) {
    const name = value.trim().toLowerCase();
    const known = callers.find(({ caller }) => caller.toLowerCase() === name);
    setKnown(known);
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

  /** The next call can begin at once. */
  function beginAnew() {
    setKnown(undefined);
    box.current?.querySelector<HTMLInputElement>("input[name=caller]")?.focus();
    onSent?.();
  }

  return (
    <Form
      action={action as FormProps<FormAnswer>["action"]}
      onDone={beginAnew}
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
      <div ref={box} onKeyDown={onKeyDown} className="grid gap-4">
        <Select
          name="executiveId"
          label={t("for")}
          options={executives}
          className="max-w-md"
          {...(find && { find })}
        />
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
        {known && <LastMessage known={known} />}
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

/** How often a known caller has called, and what they said last. */
function LastMessage({ known: { count, lastAt, lastText } }: { known: KnownCaller }) {
  const t = useTranslations("requests.messages");
  const moment = useMomentWords();
  return (
    <p role="status" className="tnum -mt-2 max-w-md text-xs text-ink-2">
      {t("calledBefore", { count, at: moment(lastAt) })}
      {lastText && <q className="block truncate">{lastText}</q>}
    </p>
  );
}
