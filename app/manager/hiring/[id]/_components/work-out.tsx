"use client";
import { RefreshCw } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { Button } from "@/components/ui/forms/button";
import { Form } from "@/components/ui/forms/form";
import { workOut } from "../../actions";

/** Counts anew what is open, beside what was counted before. */
export function WorkOut({ id, isAgain }: { id: string; isAgain: boolean }) {
  const t = useTranslations("hiring.evidence");
  return (
    <Form action={workOut} done={t("done")} refusals={useRefusalWords()}>
      <input type="hidden" name="id" value={id} />
      <Button type="submit" icon={<RefreshCw aria-hidden />} variant={isAgain ? "outline" : "primary"}>
        {t(isAgain ? "again" : "workOut")}
      </Button>
    </Form>
  );
}
