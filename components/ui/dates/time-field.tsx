"use client";
import type { TextFieldProps } from "@/components/ui/forms/text-field";
import { cx } from "@/components/ui/layout/cx";
import { SegmentField } from "./segment-field";

function loadBox() {
  return import("./time-box").then(({ TimeBox }) => TimeBox);
}

/** A time of the day by the 24-hour clock, as "08:15". */
export function TimeField(props: Omit<TextFieldProps, "type">) {
  return (
    <SegmentField
      {...props}
      type="time"
      load={loadBox}
      controlClassName={cx("tnum max-w-32", props.controlClassName)}
    />
  );
}
