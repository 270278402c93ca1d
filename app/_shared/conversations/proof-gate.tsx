"use client";
import { Lock } from "lucide-react";
import { useTranslations } from "next-intl";
import { use } from "react";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { Form } from "@/components/ui/forms/form";
import { FormContext } from "@/components/ui/forms/form-context";
import { ProofField } from "@/components/ui/forms/proof-field";
import { showThatItIsMe } from "./actions";

/** What stands before words of a conversation: its reader shows that it is they, and reads on for ten minutes. */
export function ProofGate({ by }: { by: "code" | "password" }) {
  const t = useTranslations("conversations.gate");
  return (
    <div className="grid max-w-md justify-items-start gap-3 py-6">
      <span className="grid size-10 place-items-center rounded-full bg-sunken text-ink-2">
        <Lock aria-hidden className="size-5" />
      </span>
      <p className="text-base text-pretty">{t("lead")}</p>
      <Form action={showThatItIsMe} refusals={useRefusalWords()} keepsNothing className="w-full">
        <FirstField by={by} />
      </Form>
    </div>
  );
}

/** The form brings a field of its own once it was refused. */
function FirstField({ by }: { by: "code" | "password" }) {
  const isRefused = (use(FormContext)?.errors.length ?? 0) > 0;
  return isRefused ? null : <ProofField by={by} />;
}
