"use client";
import type { ReactElement } from "react";
import { DialogTrigger } from "react-aria-components/Dialog";

export type TriggerProps = {
  /** A Button that opens it; leave out and steer with `isOpen`. */
  trigger?: ReactElement;
  isOpen?: boolean;
  onOpenChange?: (isOpen: boolean) => void;
};

type WithTriggerProps = TriggerProps & {
  /** The overlay, with what steers it where no button does. */
  children: (steering: Omit<TriggerProps, "trigger">) => ReactElement;
};

/** An overlay beside the button that opens it, or alone where its owner opens it. */
export function WithTrigger({ trigger, isOpen, onOpenChange, children }: WithTriggerProps) {
  if (!trigger) return children({ isOpen, onOpenChange });
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={onOpenChange}>
      {trigger}
      {children({})}
    </DialogTrigger>
  );
}
