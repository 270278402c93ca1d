"use client";
import type { ComponentProps, ReactNode } from "react";
import { cx } from "@/components/ui/layout/cx";
import { boxStyle, choiceStyle, dotStyle } from "./checkbox-style";
import { FieldDescription, FieldError, FieldSet } from "./field";
import { type FieldProps, useField } from "./form-context";

type CheckboxProps = Omit<FieldProps, "label"> &
  Omit<ComponentProps<"input">, keyof FieldProps | "id" | "type" | "required"> & { label: ReactNode };

/** One yes or no. Its value is "on" unless told otherwise. */
export function Checkbox(props: CheckboxProps) {
  const { name, label, description, error, isRequired, isLabelHidden, className, defaultChecked, ...input } =
    props;
  const field = useField({ name, description, error });
  const value = String(input.value ?? "on");
  const wasOn = field.typed === undefined ? defaultChecked : [field.typed].flat().includes(value);
  return (
    <div className={className}>
      <label className={choiceStyle}>
        <input
          {...input}
          {...field.aria}
          type="checkbox"
          id={field.id}
          name={name}
          value={value}
          required={isRequired}
          defaultChecked={input.checked === undefined ? wasOn : undefined}
          className={boxStyle}
        />
        <span className={cx(isLabelHidden && "sr-only")}>{label}</span>
      </label>
      {description && <FieldDescription id={field.id}>{description}</FieldDescription>}
      {field.message && <FieldError id={field.id}>{field.message}</FieldError>}
    </div>
  );
}

export type Choice = { value: string; label: ReactNode; description?: string; isDisabled?: boolean };

type ChoiceGroupProps = FieldProps & { options: Choice[]; columns?: 1 | 2 | 3 };

const columnStyle = { 1: "", 2: "sm:grid sm:grid-cols-2 sm:gap-x-4", 3: "sm:grid sm:grid-cols-3 sm:gap-x-4" };

/** Several of many. Name it with `[]` so that one or many arrive as a list. */
export function CheckboxGroup(props: ChoiceGroupProps & { defaultValue?: string[] }) {
  const { options, columns = 1, defaultValue = [], ...frame } = props;
  const field = useField(frame);
  const chosen = field.typed === undefined ? defaultValue : [field.typed].flat();
  return (
    <FieldSet {...frame} id={field.id} message={field.message}>
      <div className={columnStyle[columns]}>
        {options.map((option) => (
          <ChoiceRow
            key={option.value}
            type="checkbox"
            name={frame.name}
            option={option}
            isChosen={chosen.includes(option.value)}
          />
        ))}
      </div>
    </FieldSet>
  );
}

type ChoiceRowProps = { type: "checkbox" | "radio"; name: string; option: Choice; isChosen: boolean };

/** One line of a group of choices. */
export function ChoiceRow({ type, name, option, isChosen }: ChoiceRowProps) {
  return (
    <label className={choiceStyle}>
      <input
        type={type}
        name={name}
        value={option.value}
        disabled={option.isDisabled}
        defaultChecked={isChosen}
        className={type === "radio" ? dotStyle : boxStyle}
      />
      <span>
        {option.label}
        {option.description && <span className="block text-sm text-ink-2">{option.description}</span>}
      </span>
    </label>
  );
}
