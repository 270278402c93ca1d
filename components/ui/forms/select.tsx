"use client";
import { ChevronDown } from "lucide-react";
import type { ComponentProps } from "react";
import { cx } from "@/components/ui/layout/cx";
import { controlStyle } from "./control-style";
import { FieldFrame } from "./field";
import { type FieldProps, textOf, useField } from "./form-context";

export type Option = { value: string; label: string; isDisabled?: boolean };
export type OptionGroup = { label: string; options: Option[] };

type SelectProps = FieldProps &
  Omit<ComponentProps<"select">, keyof FieldProps | "id" | "required" | "children" | "multiple"> & {
    options: (Option | OptionGroup)[];
    placeholder?: string;
  };

/** The browser's own select. `placeholder` is the empty choice. */
export function Select(props: SelectProps) {
  const { name, label, description, error, isRequired, isLabelHidden, className, ...rest } = props;
  const { options, placeholder, defaultValue, ...select } = rest;
  const field = useField({ name, description, error });
  return (
    <FieldFrame
      {...{ name, label, description, isRequired, isLabelHidden, className }}
      id={field.id}
      message={field.message}
    >
      <span className="relative grid">
        <select
          {...select}
          {...field.aria}
          id={field.id}
          name={name}
          required={isRequired}
          defaultValue={select.value === undefined ? (textOf(field.typed) ?? defaultValue) : undefined}
          className={cx(controlStyle, "appearance-none truncate pr-8")}
        >
          {placeholder !== undefined && <option value="">{placeholder}</option>}
          {options.map((option) =>
            "options" in option ? (
              <optgroup key={option.label} label={option.label}>
                {option.options.map(optionOf)}
              </optgroup>
            ) : (
              optionOf(option)
            ),
          )}
        </select>
        <ChevronDown
          aria-hidden
          className="pointer-events-none absolute top-1/2 right-2.5 size-4 -translate-y-1/2 text-ink-2"
        />
      </span>
    </FieldFrame>
  );
}

function optionOf({ value, label, isDisabled }: Option) {
  return (
    <option key={value} value={value} disabled={isDisabled}>
      {label}
    </option>
  );
}
