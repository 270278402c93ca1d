"use client";
import type { ReactNode } from "react";
import { forgetDraftsBut } from "@/components/ui/forms/use-draft";
import type { FormVoidAction } from "./shell-types";

type SignOutFormProps = { action: FormVoidAction; className?: string; children: ReactNode };

/** The way out, which takes what was typed and not sent with it. */
export function SignOutForm({ action, className, children }: SignOutFormProps) {
  return (
    <form action={action} onSubmit={() => forgetDraftsBut(null)} className={className}>
      {children}
    </form>
  );
}
