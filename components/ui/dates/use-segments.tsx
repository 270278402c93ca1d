"use client";
import { useState } from "react";
import { DateInput, DateSegment } from "react-aria-components/DateField";
import { dateInputStyle, dateSegmentStyle } from "./date-style";
import type { BoxProps } from "./segment-field";
import { useSegmentFocus } from "./use-segment-focus";

/** How a field's text is read and written. */
type Notation<T> = { read: (text: string) => T | null; write: (value: T | null) => string };

/** What fields of figures have in common. Figures that are no whole value yet stay as they are typed. `id` takes the focus for the first. */
export function useSegments<T>(props: Omit<BoxProps, "label" | "min" | "max">, { read, write }: Notation<T>) {
  const { id, value, onChange, isRequired, isDisabled } = props;
  const [shown, setShown] = useState(() => read(value));
  if (write(shown) !== value) setShown(read(value));
  useSegmentFocus(id);
  return {
    "aria-labelledby": `${id}-label`,
    "aria-describedby": props["aria-describedby"],
    shouldForceLeadingZeros: true,
    validationBehavior: "aria" as const,
    isInvalid: props["aria-invalid"],
    isRequired,
    isDisabled,
    value: shown,
    onChange: (next: T | null) => {
      setShown(next);
      onChange(write(next));
    },
  };
}

/** The figures of a field in the order of the reader's language. */
export function Segments() {
  return (
    <DateInput className={dateInputStyle}>
      {(segment) => <DateSegment segment={segment} className={dateSegmentStyle} />}
    </DateInput>
  );
}
