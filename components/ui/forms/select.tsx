"use client";
import { ChevronDown } from "lucide-react";
import { type ComponentProps, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { cx } from "@/components/ui/layout/cx";
import { typeInto, useCarried, useHandover } from "./carrier";
import { controlStyle } from "./control-style";
import { FieldFrame } from "./field";
import { type FieldProps, textOf, useField } from "./form-context";
import { allOf, type FindOptions, type Option, type OptionGroup } from "./options";
import { SelectButton } from "./select-button";
import { useIsAlive } from "./use-is-alive";

type SelectProps = FieldProps &
  Omit<ComponentProps<"select">, keyof FieldProps | "id" | "required" | "children" | "multiple"> & {
    options: (Option | OptionGroup)[];
    placeholder?: string;
    /** Where there are more choices than `options`. */
    find?: FindOptions;
  };

/** One of several. `placeholder` is the empty choice. The browser's own select holds the value, and is shown until ours is there. */
export function Select(props: SelectProps) {
  const { name, label, description, error, isRequired, isLabelHidden, className, ...rest } = props;
  const { options, placeholder, defaultValue, find, ...select } = rest;
  const field = useField({ name, description, error });
  const carrier = useRef<HTMLSelectElement>(null);
  const isAlive = useIsAlive();
  const first = placeholder === undefined ? (allOf(options)[0]?.value ?? "") : "";
  const begun = String(select.value ?? textOf(field.typed) ?? defaultValue ?? first);
  const value = useCarried(carrier, begun);
  const kept = textOf(useField({ name: `$${name}` }).typed);
  const [found, setFound] = useState<Option | undefined>(kept ? { value: begun, label: kept } : undefined);
  useHandover(carrier, field.id, isAlive);
  const isNew = found && !allOf(options).some((option) => option.value === found.value);
  const offered = isNew ? [...options, found] : options;

  function choose(option: Option) {
    if (!carrier.current) return;
    if (find) flushSync(() => setFound(option));
    typeInto(carrier.current, option.value);
  }

  return (
    <FieldFrame
      {...{ name, label, description, isRequired, isLabelHidden, className }}
      id={field.id}
      message={field.message}
    >
      <span className="relative grid">
        <select
          {...select}
          {...(isAlive ? { hidden: true } : { ...field.aria, id: field.id, required: isRequired })}
          ref={carrier}
          name={name}
          defaultValue={select.value === undefined ? begun : undefined}
          className={cx(controlStyle, "appearance-none truncate pr-8", isAlive && "hidden")}
        >
          {placeholder !== undefined && <option value="">{placeholder}</option>}
          {offered.map((option) =>
            "options" in option ? (
              <optgroup key={option.label} label={option.label}>
                {option.options.map(optionOf)}
              </optgroup>
            ) : (
              optionOf(option)
            ),
          )}
        </select>
        {find && found && <input key={found.label} hidden name={`$${name}`} defaultValue={found.label} />}
        {isAlive && (
          <SelectButton
            {...field.aria}
            id={field.id}
            label={label}
            isDisabled={select.disabled}
            isRequired={isRequired}
            options={offered}
            placeholder={placeholder}
            value={select.value === undefined ? value : String(select.value)}
            find={find}
            onChoose={choose}
          />
        )}
        <ChevronDown
          aria-hidden
          className="pointer-events-none absolute top-1/2 right-2.5 size-4 -translate-y-1/2 text-ink-2"
        />
      </span>
    </FieldFrame>
  );
}

function optionOf({ value, label, hint, isDisabled }: Option) {
  return (
    <option key={value} value={value} disabled={isDisabled}>
      {hint ? `${label} · ${hint}` : label}
    </option>
  );
}
