"use client";
import { Check, PhoneIncoming } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { useUndoable } from "@/components/refusals/use-undoable";
import { useMomentWords } from "@/components/requests/use-promise-words";
import { buttonStyle } from "@/components/ui/forms/button-style";
import { Form, type FormAnswer } from "@/components/ui/forms/form";
import { PlainButton } from "@/components/ui/forms/plain-button";
import { PhoneLink } from "@/components/ui/layout/contact-links";
import { isDialable } from "@/lib/requests/messages/rules";
import type { PhoneMessageView } from "@/lib/requests/messages/schema";
import type { MovedRequest } from "@/lib/requests/rules";
import { tick, untick } from "../actions";
import { SupportPart } from "./support-part";

/** Messages that wait for the executive: who called, how to call back, and one tap that ticks them off. */
export function OwnMessages({ messages }: { messages: PhoneMessageView[] }) {
  const t = useTranslations("requests.messages");
  if (messages.length === 0) return null;
  return (
    <SupportPart title={t("title")} count={messages.length}>
      <ul>
        {messages.map((message) => (
          <Message key={message.id} message={message} />
        ))}
      </ul>
    </SupportPart>
  );
}

function Message({ message }: { message: PhoneMessageView }) {
  const t = useTranslations("requests.messages");
  const moment = useMomentWords();
  const { caller, company, number, wish, urgent, text, callBackBy, takenAt } = message;
  const facts = [
    urgent && t("urgent"),
    company,
    callBackBy ? t("callBackBy", { at: moment(callBackBy) }) : t(`wish.${wish}`),
    moment(takenAt),
  ].filter(Boolean);
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 border-b border-hair px-4 py-2.5 md:px-0">
      <PhoneIncoming aria-hidden className="size-4 shrink-0 self-start text-ink-2 max-md:mt-1 md:mt-0.5" />
      <div className="min-w-0 flex-1 basis-44">
        <p className="font-semibold md:font-medium">{caller}</p>
        <p className="tnum text-xs text-ink-2">{facts.join(" · ")}</p>
        {text && <p className="pt-0.5 text-sm whitespace-pre-line [overflow-wrap:anywhere]">{text}</p>}
        {isDialable(number) ? (
          <PhoneLink phone={number} />
        ) : (
          number && <p className="tnum text-sm">{number}</p>
        )}
      </div>
      <Tick message={message} as="called_back" />
      <Tick message={message} as="seen" />
    </li>
  );
}

function Tick({ message, as }: { message: PhoneMessageView; as: "called_back" | "seen" }) {
  const t = useTranslations("requests.messages");
  const refusals = useRefusalWords();
  const undoable = useUndoable();
  const { id, version, caller } = message;
  return (
    <Form
      action={tick}
      refusals={refusals}
      onDone={(answer) => {
        const moved = (answer as FormAnswer & { value?: MovedRequest }).value;
        if (moved) undoable(t("ticked", { caller }), () => untick({ id, version: moved.version }));
      }}
      className="gap-1"
    >
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="as" value={as} />
      <PlainButton
        type="submit"
        aria-label={t("tickOf", { action: t(as), caller })}
        className={buttonStyle("outline")}
      >
        {as === "called_back" && <Check aria-hidden />}
        {t(as)}
      </PlainButton>
    </Form>
  );
}
