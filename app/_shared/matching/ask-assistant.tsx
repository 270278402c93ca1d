"use client";
import { MessageSquare } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { Button } from "@/components/ui/forms/button";
import { Form } from "@/components/ui/forms/form";
import { firstNameOf } from "@/components/ui/layout/avatar";
import { tellAssistantAction } from "./actions";

/** Asks an assistant to read how matching works and to say what isn't known of them. */
export function AskAssistant({ assistantId, name }: { assistantId: string; name: string }) {
  const t = useTranslations("matching.standing");
  return (
    <Form action={tellAssistantAction} done={t("askDone", { name })} refusals={useRefusalWords()}>
      <input type="hidden" name="assistantId" value={assistantId} />
      <Button type="submit" icon={<MessageSquare aria-hidden />} aria-label={t("ask", { name })}>
        {t("ask", { name: firstNameOf(name) })}
      </Button>
    </Form>
  );
}
