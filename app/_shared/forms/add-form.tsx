"use client";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { Button } from "@/components/ui/forms/button";
import { Form, type FormAnswer, type FormProps } from "@/components/ui/forms/form";
import { FormDisclosure } from "@/components/ui/forms/form-disclosure";

type AddFormProps<S extends FormAnswer> = Pick<FormProps<S>, "action" | "values" | "done" | "children"> & {
  /** What is pressed to open it, and to send it. */
  label: string;
  isOpen?: boolean;
};

/** The fields of one more record of a list, behind a line that opens. */
export function AddForm<S extends FormAnswer>({ label, isOpen, children, ...form }: AddFormProps<S>) {
  return (
    <Form {...form} refusals={useRefusalWords()} resetWhenDone className="max-w-md">
      <FormDisclosure summary={label} isOpen={isOpen}>
        {children}
        <Button type="submit" className="w-fit">
          {label}
        </Button>
      </FormDisclosure>
    </Form>
  );
}
