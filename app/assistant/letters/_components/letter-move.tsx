"use client";
import { Send } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { Form } from "@/components/ui/forms/form";
import { PlainButton } from "@/components/ui/forms/plain-button";
import type { LetterView } from "@/lib/letters/schema";
import { send, submit } from "../actions";

/** What comes next for a letter: sent for approval, or marked as sent. */
export function LetterMove({ letter }: { letter: LetterView }) {
  const t = useTranslations("letters.edit");
  const refusals = useRefusalWords();
  const { id, version, status } = letter;
  if (status !== "draft" && status !== "approved") return null;
  return (
    <Form action={status === "draft" ? submit : send} refusals={refusals} className="gap-1">
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="version" value={version} />
      <PlainButton type="submit" variant="primary">
        <Send aria-hidden />
        {t(status === "draft" ? "submit" : "send")}
      </PlainButton>
    </Form>
  );
}
