"use client";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { Button } from "@/components/ui/forms/button";
import { Form, type FormProps } from "@/components/ui/forms/form";
import type { FormState } from "@/lib/server/form-action";

type RemoveFormProps = {
  action: FormProps<FormState<{ id: string }>>["action"];
  id: string;
  label: string;
  /** Says of what; begins with the label. */
  labelOf: string;
  done: string;
};

/** Takes one record away. */
export function RemoveForm({ action, id, label, labelOf, done }: RemoveFormProps) {
  return (
    <Form action={action} done={done} refusals={useRefusalWords()} className="gap-1">
      <input type="hidden" name="id" value={id} />
      <Button type="submit" variant="ghost" aria-label={labelOf}>
        {label}
      </Button>
    </Form>
  );
}
