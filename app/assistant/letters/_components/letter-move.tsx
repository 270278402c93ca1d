"use client";
import { Send } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { Form } from "@/components/ui/forms/form";
import { PlainButton } from "@/components/ui/forms/plain-button";
import type { LetterView } from "@/lib/letters/schema";
import { submit } from "../actions";

/** Sends a draft for approval. */
export function LetterMove({ letter: { id, version, status } }: { letter: LetterView }) {
  const t = useTranslations("letters.edit");
  const refusals = useRefusalWords();
  if (status !== "draft") return null;
  return (
    <Form action={submit} refusals={refusals} className="gap-1">
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="version" value={version} />
      <PlainButton type="submit" variant="primary">
        <Send aria-hidden />
        {t("submit")}
      </PlainButton>
    </Form>
  );
}
