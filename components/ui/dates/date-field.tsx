"use client";
import type { TextFieldProps } from "@/components/ui/forms/text-field";
import { cx } from "@/components/ui/layout/cx";
import { SegmentField } from "./segment-field";

function loadBox() {
  return import("./date-box").then(({ DateBox }) => DateBox);
}

/** A day, as "2026-08-17": typed in the reader's order, or chosen in a calendar. */
export function DateField(props: Omit<TextFieldProps, "type">) {
  return (
    <SegmentField
      {...props}
      type="date"
      load={loadBox}
      controlClassName={cx("tnum max-w-52 touch:max-w-60", props.controlClassName)}
    />
  );
}
