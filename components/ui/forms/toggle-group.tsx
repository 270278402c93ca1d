"use client";
import type { ReactNode } from "react";
import { ToggleButton } from "react-aria-components/ToggleButton";
import { ToggleButtonGroup } from "react-aria-components/ToggleButtonGroup";
import { cx } from "@/components/ui/layout/cx";
import { segmentedStyle, segmentStyle } from "./segment-style";

type ToggleGroupProps<V extends string> = {
  label: string;
  value: V;
  options: { value: V; label: ReactNode; ariaLabel?: string }[];
  onChange: (value: V) => void;
  className?: string;
};

/** A segmented bar that changes the view at once; for a form's answer use RadioGroup. */
export function ToggleGroup<V extends string>({
  label,
  value,
  options,
  onChange,
  className,
}: ToggleGroupProps<V>) {
  return (
    <ToggleButtonGroup
      aria-label={label}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={(keys) => {
        const chosen = options.find((option) => keys.has(option.value));
        if (chosen) onChange(chosen.value);
      }}
      className={cx(segmentedStyle, className)}
    >
      {options.map((option) => (
        <ToggleButton
          key={option.value}
          id={option.value}
          aria-label={option.ariaLabel}
          className={segmentStyle}
        >
          {option.label}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
