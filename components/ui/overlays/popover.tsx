"use client";
import type { ReactElement, ReactNode, RefObject } from "react";
import { Dialog as AriaDialog, DialogTrigger } from "react-aria-components/Dialog";
import { Popover as AriaPopover, type PopoverProps as AriaPopoverProps } from "react-aria-components/Popover";
import { cx } from "@/components/ui/layout/cx";
import { floatStyle } from "./overlay-style";

type PopoverProps = {
  label: string;
  trigger?: ReactElement;
  triggerRef?: RefObject<Element | null>;
  isOpen?: boolean;
  onOpenChange?: (isOpen: boolean) => void;
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
  const panel = (
    <AriaPopover
      placement={placement}
      offset={6}
      {...(trigger ? {} : { triggerRef, isOpen, onOpenChange })}
      className={cx(floatStyle, "w-80 max-w-[calc(100vw-1.5rem)] overflow-auto", className)}
    >
      <AriaDialog aria-label={label} className="p-3 outline-none">
        {({ close }) => (typeof children === "function" ? children(close) : children)}
      </AriaDialog>
    </AriaPopover>
  );
  if (!trigger) return panel;
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={onOpenChange}>
      {trigger}
      {panel}
    </DialogTrigger>
  );
}
