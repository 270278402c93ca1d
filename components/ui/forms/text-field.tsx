"use client";
import type { ComponentProps } from "react";
import { cx } from "@/components/ui/layout/cx";
import { controlStyle } from "./control-style";
import { FieldFrame } from "./field";
import { type FieldProps, textOf, useField } from "./form-context";

type InputProps = Omit<ComponentProps<"input">, keyof FieldProps | "id" | "required" | "size">;

export type TextFieldProps = FieldProps & InputProps & { controlClassName?: string };

/** One line of text. `isRequired={false}` writes "optional" beside the label. */
export function TextField(props: TextFieldProps) {
  const { name, label, description, error, isRequired, isLabelHidden, className, ...rest } = props;
  const { controlClassName, defaultValue, ...input } = rest;
  const field = useField({ name, description, error });
  return (
    <FieldFrame
      {...{ name, label, description, isRequired, isLabelHidden, className }}
      id={field.id}
      message={field.message}
    >
      <input
        type="text"
        {...input}
        {...field.aria}
        id={field.id}
        name={name}
        required={isRequired}
        defaultValue={input.value === undefined ? (textOf(field.typed) ?? defaultValue) : undefined}
        className={cx(controlStyle, controlClassName)}
      />
    </FieldFrame>
  );
}

export function NumberField(props: Omit<TextFieldProps, "type">) {
  return (
    <TextField
      inputMode="numeric"
      {...props}
      type="number"
      controlClassName={cx("tnum max-w-32", props.controlClassName)}
    />
  );
}
