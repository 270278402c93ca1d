"use client";
import { Send } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { Button } from "@/components/ui/forms/button";
import { Form } from "@/components/ui/forms/form";
import { sendTest } from "../actions";

/** A mail to oneself, to see whether mail arrives. */
export function TestMailForm() {
  const t = useTranslations("accounts.health");
  return (
    <Form action={sendTest} refusals={useRefusalWords()} done={t("testQueued")}>
      <Button type="submit" icon={<Send aria-hidden />} className="w-fit">
        {t("sendTest")}
      </Button>
    </Form>
  );
}
