"use client";
import { useTranslations } from "next-intl";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { Button } from "@/components/ui/forms/button";
import { Form, FormActions } from "@/components/ui/forms/form";
import { Notice } from "@/components/ui/layout/notice";
import { takeBack } from "../../actions";

/** Takes the import back as the page says. */
export function UndoForm({ id }: { id: string }) {
  const t = useTranslations("imports.undo");
  return (
    <Form
      action={takeBack}
      refusals={useRefusalWords()}
      receipt={(answer) =>
        answer.status === "done" && (
          <Notice role="status" tone="done">
            {t("done", { stays: answer.value.stayCount })}
          </Notice>
        )
      }
    >
      <input type="hidden" name="id" value={id} />
      <FormActions>
        <Button type="submit" variant="danger">
          {t("submit")}
        </Button>
      </FormActions>
    </Form>
  );
}
