"use client";
import { type ReactNode, useRef } from "react";
import { typeInto, useCarried } from "@/components/ui/forms/carrier";
import { controlStyle } from "@/components/ui/forms/control-style";
import { FieldError, FieldFrame } from "@/components/ui/forms/field";
import { textOf, useField } from "@/components/ui/forms/form-context";
import { useIsAlive } from "@/components/ui/forms/use-is-alive";
import { useLoaded } from "@/components/ui/forms/use-loaded";
import { cx } from "@/components/ui/layout/cx";
import { useSeen } from "./use-seen";

type End = { name: string; label: string; defaultValue?: string };

type DateRangeFieldProps = {
  label: string;
  from: End;
  to: End;
  /** What stands in the calendar beneath the month. */
  foot?: ReactNode;
};

function loadBox() {
  return import("./date-range-box").then(({ DateRangeBox }) => DateRangeBox);
}

/** A first and a last day in one box. Before it is there the browser's own two fields stand in its place. */
export function DateRangeField({ label, from, to, foot }: DateRangeFieldProps) {
  const box = useRef<HTMLDivElement>(null);
  const first = useEnd(from);
  const last = useEnd(to);
  const isAlive = useIsAlive();
  const isSeen = useSeen(box);
  const DateRangeBox = useLoaded(loadBox, isAlive && isSeen);
  const isTaken = DateRangeBox !== null;

  function put(days: { from: string; to: string }) {
    first.put(days.from);
    last.put(days.to);
  }

  return (
    <div ref={box} className="grid gap-1">
      <div className={cx("grid grid-cols-2 gap-4", isTaken && "hidden")}>
        <NativeEnd {...from} end={first} isTaken={isTaken} />
        <NativeEnd {...to} end={last} isTaken={isTaken} />
      </div>
      {DateRangeBox && (
        <DateRangeBox
          {...{ label, foot }}
          from={{ id: first.id, label: from.label, value: first.value, aria: first.aria }}
          to={{ id: last.id, label: to.label, value: last.value, aria: last.aria }}
          onChange={put}
        />
      )}
      {isTaken && first.message && <FieldError id={first.id}>{first.message}</FieldError>}
      {isTaken && last.message && <FieldError id={last.id}>{last.message}</FieldError>}
    </div>
  );
}

function useEnd({ name, defaultValue = "" }: End) {
  const { id, aria, message, typed } = useField({ name });
  const carrier = useRef<HTMLInputElement>(null);
  const begun = textOf(typed) ?? defaultValue;
  const value = useCarried(carrier, begun);
  const put = (text: string) => carrier.current && typeInto(carrier.current, text);
  return { id, aria, message, carrier, begun, value, put };
}

type NativeEndProps = End & { end: ReturnType<typeof useEnd>; isTaken: boolean };

function NativeEnd({ name, label, end, isTaken }: NativeEndProps) {
  const { id, aria, carrier, begun, message } = end;
  const input = (
    <input
      {...(isTaken ? { hidden: true } : { ...aria, id, required: true })}
      ref={carrier}
      type="date"
      name={name}
      defaultValue={begun}
      className={cx(controlStyle, "tnum")}
    />
  );
  // The carrier keeps its place in the tree, or it would lose what it holds.
  return (
    <FieldFrame
      name={name}
      label={label}
      id={isTaken ? `${id}-carrier` : id}
      message={isTaken ? undefined : message}
    >
      {input}
    </FieldFrame>
  );
}
