"use client";
import type { CSSProperties, ReactNode, RefObject } from "react";
import { Popover } from "react-aria-components/Popover";
import { cx } from "@/components/ui/layout/cx";
import { floatStyle } from "./overlay-style";

type DropPopoverProps = {
  label: string;
  triggerRef: RefObject<HTMLElement | null>;
  onClose: () => void;
  style?: CSSProperties;
  className?: string;
  children: ReactNode;
};

/** What a field opens beneath itself; it is there only while it is open. */
export function DropPopover({ label, triggerRef, onClose, style, className, children }: DropPopoverProps) {
  return (
    <Popover
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      triggerRef={triggerRef}
      placement="bottom start"
      offset={6}
      aria-label={label}
      style={style}
      className={cx(floatStyle, className)}
    >
      {children}
    </Popover>
  );
}
