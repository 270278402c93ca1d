"use client";
import { useState } from "react";
import { DateField as AriaDateField, DateInput, DateSegment } from "react-aria-components/DateField";
import { dateInputStyle, dateSegmentStyle } from "./date-style";
import { dateOf, textOfDate } from "./date-value";
import type { BoxProps } from "./segment-field";
import { useSegmentFocus } from "./use-segment-focus";

type DateSegmentsProps = Omit<BoxProps, "label" | "min" | "max" | "className">;

/** A day typed figure by figure, in the order of the reader's language. `id` takes the focus for its first figure. */
export function DateSegments(props: DateSegmentsProps) {
  const { id, value, onChange, isRequired, isDisabled, ...aria } = props;
  const [shown, setShown] = useState(() => dateOf(value));
  if (textOfDate(shown) !== value) setShown(dateOf(value));
  useSegmentFocus(id);
  return (
    <div
      id={id}
      tabIndex={-1}
      className="min-w-0 outline-none [&_[data-testid=hidden-dateinput-container]]:hidden"
    >
      <AriaDateField
        aria-labelledby={`${id}-label`}
        aria-describedby={aria["aria-describedby"]}
        granularity="day"
        shouldForceLeadingZeros
        validationBehavior="aria"
        isInvalid={aria["aria-invalid"]}
        isRequired={isRequired}
        isDisabled={isDisabled}
        value={shown}
        onChange={(date) => {
          setShown(date && dateOf(date.toString()));
          onChange(textOfDate(date));
        }}
      >
        <DateInput className={dateInputStyle}>
          {(segment) => <DateSegment segment={segment} className={dateSegmentStyle} />}
        </DateInput>
      </AriaDateField>
    </div>
  );
}
