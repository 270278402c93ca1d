"use client";
import { useTranslations } from "next-intl";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { Form } from "@/components/ui/forms/form";
import { PlainButton } from "@/components/ui/forms/plain-button";
import { TextArea } from "@/components/ui/forms/text-area";
import type { SupportRequestView } from "@/lib/requests/schema";
import { write } from "../actions";

/** The executive's own words about a request; an answer goes on with what waited for it. */
export function OwnAnswer({
  request: { id, status, assigneeName, waiting },
}: {
  request: SupportRequestView;
}) {
  const t = useTranslations("requests.answer");
  const refusals = useRefusalWords();
  if (status === "closed" || status === "cancelled") return null;
  const isAsked = waiting?.for === "requester";
  return (
    <Form action={write} refusals={refusals} resetWhenDone className="gap-2">
      <input type="hidden" name="id" value={id} />
      <TextArea
        name="text"
        label={isAsked ? t("asked", { name: assigneeName ?? "" }) : t("write")}
        rows={3}
        maxLength={4000}
        isRequired
      />
      <PlainButton type="submit" variant={isAsked ? "primary" : "outline"} className="w-fit">
        {t("send")}
      </PlainButton>
    </Form>
  );
}
