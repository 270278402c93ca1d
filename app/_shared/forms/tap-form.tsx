"use client";
import type { ReactNode } from "react";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { Button } from "@/components/ui/forms/button";
import type { ButtonVariant } from "@/components/ui/forms/button-style";
import { Form, type FormAnswer } from "@/components/ui/forms/form";

/** A server action made with formAction, whatever its verb answers. */
export type Action = (previous: never, form: FormData) => Promise<FormAnswer>;

type TapFormProps = {
  action: Action;
  fields: Record<string, string | number>;
  label: string;
  /** Says of what, where the label stands more than once on the page. */
  of?: string;
  done?: string;
  icon?: ReactNode;
  /** The label is heard, not seen. */
  isIcon?: boolean;
  variant?: ButtonVariant;
};

/** One tap that does one thing; a form, so that it works before hydration. */
export function TapForm(props: TapFormProps) {
  const { action, fields, label, of = label, done, icon, isIcon, variant = "outline" } = props;
  return (
    <Form
      action={action as never}
      refusals={useRefusalWords()}
      {...(done && { done })}
      className="gap-1 print:hidden"
    >
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button type="submit" variant={variant} size={isIcon ? "icon" : "regular"} aria-label={of} icon={icon}>
        {isIcon ? null : label}
      </Button>
    </Form>
  );
}
