"use client";
import { useTranslations } from "next-intl";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { FilePick } from "@/components/ui/files/file-pick";
import { Form } from "@/components/ui/forms/form";
import { PlainButton } from "@/components/ui/forms/plain-button";
import { TextArea } from "@/components/ui/forms/text-area";
import { MOST_FILE_BYTES, MOST_FILES } from "@/lib/files/rules-limits";
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
    <Form action={write} refusals={refusals} resetWhenDone className="gap-2 print:hidden">
      <input type="hidden" name="id" value={id} />
      <TextArea
        name="text"
        label={isAsked ? t("asked", { name: assigneeName ?? "" }) : t("write")}
        rows={3}
        maxLength={4000}
        isRequired
      />
      <FilePick mostBytes={MOST_FILE_BYTES} mostFiles={MOST_FILES} />
      <PlainButton type="submit" variant={isAsked ? "primary" : "outline"} className="w-fit">
        {t("send")}
      </PlainButton>
    </Form>
  );
}
