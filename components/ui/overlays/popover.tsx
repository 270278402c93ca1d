"use client";
import type { ReactNode, RefObject } from "react";
import { Dialog as AriaDialog } from "react-aria-components/Dialog";
import { Popover as AriaPopover, type PopoverProps as AriaPopoverProps } from "react-aria-components/Popover";
import { cx } from "@/components/ui/layout/cx";
import { floatStyle } from "./overlay-style";
import { type TriggerProps, WithTrigger } from "./with-trigger";

type PopoverProps = TriggerProps & {
  label: string;
  triggerRef?: RefObject<Element | null>;
  placement?: AriaPopoverProps["placement"];
  className?: string;
  children: ReactNode | ((close: () => void) => ReactNode);
};

/** A small panel beside what opened it. Without `trigger`, give `triggerRef`, `isOpen` and `onOpenChange`. */
export function Popover(props: PopoverProps) {
  const {
    label,
    trigger,
    triggerRef,
    isOpen,
    onOpenChange,
    placement = "bottom start",
    className,
    children,
  } = props;
  return (
    <WithTrigger {...{ trigger, isOpen, onOpenChange }}>
      {(steering) => (
        <AriaPopover
          placement={placement}
          offset={6}
          {...(trigger ? {} : { triggerRef, ...steering })}
          className={cx(floatStyle, "w-80 max-w-[calc(100vw-1.5rem)] overflow-auto", className)}
        >
          <AriaDialog aria-label={label} className="p-3 outline-none">
            {({ close }) => (typeof children === "function" ? children(close) : children)}
          </AriaDialog>
        </AriaPopover>
      )}
    </WithTrigger>
  );
}
