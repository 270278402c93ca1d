"use client";
import { parseTime, type Time } from "@internationalized/date";
import { Clock } from "lucide-react";
import { TimeField as AriaTimeField } from "react-aria-components/TimeField";
import { cx } from "@/components/ui/layout/cx";
import { invalidBoxStyle, segmentBoxStyle } from "./date-style";
import type { BoxProps } from "./segment-field";
import { Segments, useSegments } from "./use-segments";

const NOTATION = { read: timeOf, write: textOfTime };

/** A time typed figure by figure. */
export function TimeBox(props: BoxProps) {
  const field = useSegments(props, NOTATION);
  return (
    <div
      id={props.id}
      tabIndex={-1}
      className={cx(segmentBoxStyle, "pr-2.5", props["aria-invalid"] && invalidBoxStyle, props.className)}
    >
      <AriaTimeField {...field} granularity="minute" hourCycle={24}>
        <Segments />
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
