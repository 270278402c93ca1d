"use client";
import { useTranslations } from "next-intl";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { Button } from "@/components/ui/forms/button";
import { Form } from "@/components/ui/forms/form";
import { Disclosure } from "@/components/ui/layout/disclosure";
import { release } from "./actions";

/** Lets everybody in the conversation read a statement of one's own; it says before that this can't be taken back. */
export function ReleaseForm({ caseId, textId }: { caseId: string; textId: string }) {
  const t = useTranslations("conversations.release");
  return (
    <Disclosure summary={t("open")} className="print:hidden">
      <Form
        action={release}
        done={t("done")}
        refusals={useRefusalWords()}
        keepsNothing
        className="gap-2 py-1"
      >
        <input type="hidden" name="id" value={caseId} />
        <input type="hidden" name="textId" value={textId} />
        <p className="max-w-prose text-sm text-ink-2">{t("explain")}</p>
        <Button type="submit" className="w-fit">
          {t("confirm")}
        </Button>
      </Form>
    </Disclosure>
  );
}
