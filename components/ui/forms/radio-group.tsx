"use client";
import { type Choice, ChoiceRow } from "./checkbox";
import { FieldSet } from "./field";
import { type FieldProps, textOf, useField } from "./form-context";
import { chipStyle, segmentedStyle, segmentStyle } from "./segment-style";

type RadioGroupProps = FieldProps & {
  options: Choice[];
  defaultValue?: string;
  appearance?: "list" | "segmented" | "chips";
};

/** One of a few, as a list, a segmented bar or chips; native radio buttons, so it works before hydration. */
export function RadioGroup({ options, defaultValue, appearance = "list", ...frame }: RadioGroupProps) {
  const field = useField(frame);
  const chosen = textOf(field.typed) ?? defaultValue;
  return (
    <FieldSet {...frame} id={field.id} message={field.message}>
      {appearance === "list" ? (
        <div>
          {options.map((option) => (
            <ChoiceRow
              key={option.value}
              type="radio"
              name={frame.name}
              option={option}
              isChosen={chosen === option.value}
            />
          ))}
        </div>
      ) : (
        <div className={appearance === "chips" ? "flex flex-wrap gap-2" : segmentedStyle}>
          {options.map((option) => (
            <label key={option.value} className={appearance === "chips" ? chipStyle : segmentStyle}>
              <input
                type="radio"
                name={frame.name}
                value={option.value}
                disabled={option.isDisabled}
                defaultChecked={chosen === option.value}
                className="sr-only"
              />
              {option.label}
            </label>
          ))}
        </div>
      )}
    </FieldSet>
  );
}
