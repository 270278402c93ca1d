"use client";
import { type ComponentType, useRef } from "react";
import { typeInto, useCarried, useHandover } from "@/components/ui/forms/carrier";
import { controlStyle } from "@/components/ui/forms/control-style";
import { FieldFrame } from "@/components/ui/forms/field";
import { textOf, useField } from "@/components/ui/forms/form-context";
import type { TextFieldProps } from "@/components/ui/forms/text-field";
import { useIsAlive } from "@/components/ui/forms/use-is-alive";
import { useLoaded } from "@/components/ui/forms/use-loaded";
import { cx } from "@/components/ui/layout/cx";
import { useSeen } from "./use-seen";

export type BoxProps = {
  id: string;
  label: string;
  value: string;
  onChange: (value: string) => void;
  min?: string | number;
  max?: string | number;
  isRequired?: boolean;
  isDisabled?: boolean;
  className?: string;
  "aria-describedby"?: string;
  "aria-invalid"?: true;
};

type SegmentFieldProps = TextFieldProps & {
  type: "date" | "time";
  /** Fetches what is shown once the page is alive and the field in sight. */
  load: () => Promise<ComponentType<BoxProps>>;
};

/** A day or a time. The browser's own field holds the value and is shown until ours is there, in the same place and size. */
export function SegmentField({ load, ...props }: SegmentFieldProps) {
  const { name, label, description, error, isRequired, isLabelHidden, className, ...rest } = props;
  const { controlClassName, defaultValue, ...input } = rest;
  const field = useField({ name, description, error });
  const carrier = useRef<HTMLInputElement>(null);
  const begun = String(input.value ?? textOf(field.typed) ?? defaultValue ?? "");
  const value = useCarried(carrier, begun);
  const isWanted = useIsAlive();
  const isSeen = useSeen(carrier);
  const Box = useLoaded(load, isWanted && isSeen);
  const isTaken = Box !== null;
  useHandover(carrier, field.id, isTaken);
  return (
    <FieldFrame
      {...{ name, label, description, isRequired, isLabelHidden, className }}
      id={field.id}
      message={field.message}
    >
      <input
        {...input}
        {...(isTaken ? { hidden: true } : { ...field.aria, id: field.id, required: isRequired })}
        ref={carrier}
        name={name}
        defaultValue={input.value === undefined ? begun : undefined}
        className={cx(controlStyle, controlClassName, isTaken && "hidden")}
      />
      {Box && (
        <Box
          {...field.aria}
          {...{ label, value, isRequired }}
          id={field.id}
          min={input.min}
          max={input.max}
          isDisabled={input.disabled}
          className={controlClassName}
          onChange={(text) => carrier.current && typeInto(carrier.current, text)}
        />
      )}
    </FieldFrame>
  );
}
