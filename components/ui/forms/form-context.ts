"use client";
import { createContext, useContext, useId } from "react";

export type FormValues = Record<string, string | string[]>;

export type FormContextValue = {
  id: string;
  values: FormValues;
  errors: { name: string; message: string }[];
};

export const FormContext = createContext<FormContextValue | null>(null);

/** What every field takes. Inside a Form, its error and its typed value are found by `name`. */
export type FieldProps = {
  name: string;
  label: string;
  description?: string;
  error?: string;
  isRequired?: boolean;
  isLabelHidden?: boolean;
  className?: string;
};

/** True when a fault at `path` concerns the field `name`: `languages.0` belongs to `languages[]`. */
function concerns(name: string, path: string): boolean {
  const bare = name.replace(/\[\]$/, "");
  return path === bare || (name.endsWith("[]") && path.startsWith(`${bare}.`));
}

/** Wires a field to its form: ids, error, and what was typed before. */
export function useField({ name, description, error }: Pick<FieldProps, "name" | "description" | "error">) {
  const form = useContext(FormContext);
  const ownId = useId();
  const id = form ? `${form.id}-${name}` : ownId;
  const message = error ?? form?.errors.find((fault) => concerns(name, fault.name))?.message;
  const describedBy = [description && `${id}-description`, message && `${id}-error`]
    .filter(Boolean)
    .join(" ");
  return {
    id,
    message,
    typed: form?.values[name],
    aria: {
      "aria-describedby": describedBy || undefined,
      "aria-invalid": message ? (true as const) : undefined,
    },
  };
}

/** A typed value as one text. */
export function textOf(typed: string | string[] | undefined): string | undefined {
  return Array.isArray(typed) ? typed[0] : typed;
}
