"use client";
import { useTranslations } from "next-intl";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { Button } from "@/components/ui/forms/button";
import { Form } from "@/components/ui/forms/form";
import { show } from "../actions";

type PutAwayProps = { isClosed: boolean; isDone: boolean };

/** Takes the first steps off Coverage, or shows them there again; nothing to press when they are done. */
export function PutAway({ isClosed, isDone }: PutAwayProps) {
  const t = useTranslations("firstSteps");
  const wordsOf = useRefusalWords();
  if (isDone) return null;
  return (
    <Form
      key={String(isClosed)}
      action={show}
      refusals={wordsOf}
      done={t(isClosed ? "shown" : "hidden")}
      className="justify-items-start gap-2"
    >
      <input type="hidden" name="isShown" value={String(isClosed)} />
      <p className="text-sm text-ink-2">{t(isClosed ? "isHidden" : "isShown")}</p>
      <Button type="submit" variant="ghost" className="-ml-3">
        {t(isClosed ? "show" : "hide")}
      </Button>
    </Form>
  );
}
