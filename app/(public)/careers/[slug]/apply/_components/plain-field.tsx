import type { ReactNode } from "react";

/** The look of a field of a page that needs no script. */
export const plainControl =
  "h-12 w-full rounded-lg border border-line-2 bg-surface px-3.5 text-[1.0625rem] text-ink hover:border-ink-3";

type PlainFieldProps = {
  id: string;
  label: string;
  hint?: string | undefined;
  fault?: string | undefined;
  children: ReactNode;
};

/** A field with its label, and what is wrong with it in words. */
export function PlainField({ id, label, hint, fault, children }: PlainFieldProps) {
  return (
    <div className="grid gap-1.5">
      <label htmlFor={id} className="text-[1.0625rem] font-semibold">
        {label} {hint && <span className="font-normal text-ink-2">{hint}</span>}
      </label>
      {children}
      {fault && <p className="text-base font-medium text-gap-ink">{fault}</p>}
    </div>
  );
}
