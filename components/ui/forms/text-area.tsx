"use client";
import type { ComponentProps } from "react";
import { cx } from "@/components/ui/layout/cx";
import { controlStyle } from "./control-style";
import { FieldFrame } from "./field";
import { type FieldProps, textOf, useField } from "./form-context";

type TextAreaProps = FieldProps & Omit<ComponentProps<"textarea">, keyof FieldProps | "id" | "required">;

/** Several lines of text; grows with what is written. */
export function TextArea(props: TextAreaProps) {
  const { name, label, description, error, isRequired, isLabelHidden, className, defaultValue, ...area } =
    props;
  const field = useField({ name, description, error });
  return (
    <FieldFrame
      {...{ name, label, description, isRequired, isLabelHidden, className }}
      id={field.id}
      message={field.message}
    >
      <textarea
        rows={3}
        {...area}
        {...field.aria}
        id={field.id}
        name={name}
        required={isRequired}
        defaultValue={area.value === undefined ? (textOf(field.typed) ?? defaultValue) : undefined}
        className={cx(controlStyle, "field-sizing-content h-auto min-h-20 py-1.5 touch:h-auto")}
      />
    </FieldFrame>
  );
}
