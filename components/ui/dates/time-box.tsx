"use client";
import { parseTime, type Time } from "@internationalized/date";
import { Clock } from "lucide-react";
import { useState } from "react";
import { TimeField as AriaTimeField, DateInput, DateSegment } from "react-aria-components/TimeField";
import { cx } from "@/components/ui/layout/cx";
import { dateInputStyle, dateSegmentStyle, invalidBoxStyle, segmentBoxStyle } from "./date-style";
import type { BoxProps } from "./segment-field";
import { useSegmentFocus } from "./use-segment-focus";

/** A time typed figure by figure. */
export function TimeBox({ id, value, onChange, isRequired, isDisabled, className, ...aria }: BoxProps) {
  const [shown, setShown] = useState(() => timeOf(value));
  if (textOfTime(shown) !== value) setShown(timeOf(value));
  useSegmentFocus(id);
  return (
    <div
      id={id}
      tabIndex={-1}
      className={cx(segmentBoxStyle, "pr-2.5", aria["aria-invalid"] && invalidBoxStyle, className)}
    >
      <AriaTimeField
        aria-labelledby={`${id}-label`}
        aria-describedby={aria["aria-describedby"]}
        granularity="minute"
        hourCycle={24}
        shouldForceLeadingZeros
        validationBehavior="aria"
        isInvalid={aria["aria-invalid"]}
        isRequired={isRequired}
        isDisabled={isDisabled}
        value={shown}
        onChange={(time) => {
          setShown(time);
          onChange(textOfTime(time));
        }}
      >
        <DateInput className={dateInputStyle}>
          {(segment) => <DateSegment segment={segment} className={dateSegmentStyle} />}
        </DateInput>
      </AriaTimeField>
      <Clock aria-hidden className="ml-auto size-4 shrink-0 text-ink-3" />
    </div>
  );
}

function timeOf(text: string): Time | null {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text) ? parseTime(text) : null;
}

function textOfTime(time: Time | null): string {
  return time ? time.toString().slice(0, 5) : "";
}
