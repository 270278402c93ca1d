"use client";
import { usePathname } from "next/navigation";
import { type ReactNode, useEffect, useRef } from "react";

type NativePopoverProps = { id: string; label: string; className?: string; children: ReactNode };

/** A panel of the browser's own popover kind, opened by `popoverTarget` without script; closes when the page changes. */
export function NativePopover({ id, label, className, children }: NativePopoverProps) {
  const panel = useRef<HTMLDivElement>(null);
  const path = usePathname();

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new path is what closes it
  useEffect(() => {
    if (panel.current?.matches(":popover-open")) panel.current.hidePopover();
  }, [path]);

  return (
    <div ref={panel} id={id} popover="auto" role="dialog" aria-label={label} className={className}>
      {children}
    </div>
  );
}
