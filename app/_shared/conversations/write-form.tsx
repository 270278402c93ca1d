"use client";
import { useTranslations } from "next-intl";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { Button } from "@/components/ui/forms/button";
import { Form } from "@/components/ui/forms/form";
import { RadioGroup } from "@/components/ui/forms/radio-group";
import { TextArea } from "@/components/ui/forms/text-area";
import { write } from "./actions";

/** Writes a note, which only the handler reads, or a statement. */
export function WriteForm({ caseId, kinds }: { caseId: string; kinds: readonly ("note" | "statement")[] }) {
  const t = useTranslations("conversations.write");
  const [only] = kinds;
  return (
    <Form
      action={write}
      done={t("done")}
      refusals={useRefusalWords()}
      keepsNothing
      resetWhenDone
      className="gap-2 print:hidden"
    >
      <input type="hidden" name="id" value={caseId} />
      {kinds.length > 1 ? (
        <RadioGroup
          name="kind"
          label={t("kind")}
          isLabelHidden
          appearance="segmented"
          defaultValue={only}
          options={kinds.map((value) => ({ value, label: t(`kinds.${value}`) }))}
        />
      ) : (
        <input type="hidden" name="kind" value={only} />
      )}
      <TextArea
        name="words"
        label={t(kinds.length > 1 ? "words" : "statement")}
        description={t(kinds.length > 1 ? "explain" : "explainStatement")}
        autoComplete="off"
        isRequired
      />
      <Button type="submit" className="w-fit">
        {t("submit")}
      </Button>
    </Form>
  );
}
