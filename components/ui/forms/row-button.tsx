"use client";
import type { ReactNode } from "react";
import { useFormStatus } from "react-dom";

type RowButtonProps = { label: string; isMain?: boolean; children: ReactNode };

/** The button of a form in a row of a list: a plain one, since a list has many. */
export function RowButton({ label, isMain = false, children }: RowButtonProps) {
  const { pending } = useFormStatus();
  return (
    <button type="submit" aria-label={label} aria-busy={pending} className={isMain ? "row-act" : "row-go"}>
      {children}
    </button>
  );
}
