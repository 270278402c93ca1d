"use client";
import type { ReactNode } from "react";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { Button } from "@/components/ui/forms/button";
import { Form, type FormAnswer } from "@/components/ui/forms/form";
import { FormDisclosure } from "@/components/ui/forms/form-disclosure";

type DisclosedFormProps<S extends FormAnswer> = {
  action: (previous: S, form: FormData) => Promise<S>;
  /** The line that opens the form, and how it is heard where it stands more than once. */
  summary: string;
  label?: string;
  submit: string;
  done: string;
  fields: Record<string, string | number>;
  /** A form that adds is empty again once it has; one that changes keeps what was written. */
  adds?: boolean;
  children: ReactNode;
};

/** A form behind a line that opens it, for what is done now and then. */
export function DisclosedForm<S extends FormAnswer>(props: DisclosedFormProps<S>) {
  const { action, summary, label, submit, done, fields, adds = false, children } = props;
  return (
    <Form
      action={action}
      done={done}
      refusals={useRefusalWords()}
      className="min-w-0 max-w-xl flex-1 basis-40 print:hidden"
      resetWhenDone={adds}
    >
      <FormDisclosure summary={summary} {...(label && { label })}>
        {Object.entries(fields).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {children}
        <Button type="submit" variant="primary" className="w-fit">
          {submit}
        </Button>
      </FormDisclosure>
    </Form>
  );
}
