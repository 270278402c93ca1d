"use client";
import { type ReactNode, use } from "react";
import { cx } from "@/components/ui/layout/cx";
import { Disclosure } from "@/components/ui/layout/disclosure";
import { FormContext } from "./form-context";

type FormDisclosureProps = {
  summary: string;
  /** Says of what, where the summary alone stands more than once on a page; begins with the summary. */
  label?: string;
  isOpen?: boolean;
  className?: string;
  children: ReactNode;
};

/** A form's fields behind a line that opens; what was refused opens it, so that errors are never hidden. */
export function FormDisclosure({ summary, label, isOpen, className, children }: FormDisclosureProps) {
  const hasErrors = (use(FormContext)?.errors.length ?? 0) > 0;
  return (
    <Disclosure summary={summary} label={label} open={isOpen || hasErrors}>
      <div className={cx("grid gap-4 pt-2 pb-3", className)}>{children}</div>
    </Disclosure>
  );
}
