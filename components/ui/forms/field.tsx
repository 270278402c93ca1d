"use client";
import { TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { cx } from "@/components/ui/layout/cx";
import type { FieldProps } from "./form-context";

type FieldFrameProps = FieldProps & { id: string; message?: string; children: ReactNode };

/** Label, description and error around one control. */
export function FieldFrame(props: FieldFrameProps) {
  const { id, label, description, message, isRequired, isLabelHidden, className, children } = props;
  return (
    <div className={cx("grid min-w-0 content-start gap-1 print:hidden", className)}>
      <label
        id={`${id}-label`}
        htmlFor={id}
        className={cx("text-sm font-medium text-ink", isLabelHidden && "sr-only")}
      >
        {label}
        {isRequired === false && <Optional />}
      </label>
      {description && <FieldDescription id={id}>{description}</FieldDescription>}
      {children}
      {message && <FieldError id={id}>{message}</FieldError>}
    </div>
  );
}

/** A fieldset in the same clothes, for a group of choices. */
export function FieldSet(props: FieldFrameProps) {
  const { id, label, description, message, isRequired, isLabelHidden, className, children } = props;
  return (
    <fieldset
      id={id}
      tabIndex={-1}
      aria-describedby={
        [description && `${id}-description`, message && `${id}-error`].filter(Boolean).join(" ") || undefined
      }
      className={cx("grid min-w-0 content-start gap-1 outline-none", className)}
    >
      <legend className={cx("mb-1 text-sm font-medium text-ink", isLabelHidden && "sr-only")}>
        {label}
        {isRequired === false && <Optional />}
      </legend>
      {description && <FieldDescription id={id}>{description}</FieldDescription>}
      {children}
      {message && <FieldError id={id}>{message}</FieldError>}
    </fieldset>
  );
}

function Optional() {
  const t = useTranslations("common.form");
  return <span className="ml-1.5 font-normal text-ink-3">{t("optional")}</span>;
}

export function FieldDescription({ id, children }: { id: string; children: ReactNode }) {
  return (
    <p id={`${id}-description`} className="text-sm text-ink-2">
      {children}
    </p>
  );
}

export function FieldError({ id, children }: { id: string; children: ReactNode }) {
  return (
    <p id={`${id}-error`} className="flex items-start gap-1.5 text-sm font-medium text-gap-ink">
      <TriangleAlert aria-hidden className="mt-[0.2em] size-3.5 shrink-0" />
      <span>{children}</span>
    </p>
  );
}
