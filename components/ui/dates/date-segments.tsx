"use client";
import { DateField as AriaDateField } from "react-aria-components/DateField";
import { dateOf, textOfDate } from "./date-value";
import type { BoxProps } from "./segment-field";
import { Segments, useSegments } from "./use-segments";

type DateSegmentsProps = Omit<BoxProps, "label" | "min" | "max" | "className">;

const NOTATION = { read: dateOf, write: textOfDate };

/** A day typed figure by figure, in the order of the reader's language. `id` takes the focus for its first figure. */
export function DateSegments(props: DateSegmentsProps) {
  const field = useSegments(props, NOTATION);
  return (
    <div
      id={props.id}
      tabIndex={-1}
      className="shrink-0 outline-none [&_[data-testid=hidden-dateinput-container]]:hidden"
    >
      <AriaDateField {...field} granularity="day">
        <Segments />
      </AriaDateField>
    </div>
  );
}
