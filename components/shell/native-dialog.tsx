"use client";
import { type ReactNode, useEffect, useRef } from "react";
import { cx } from "@/components/ui/layout/cx";

type NativeDialogProps = { label: string; className?: string; onClose: () => void; children: ReactNode };

/** A panel of the browser's own dialog kind: it holds the focus, Esc or a press beside it closes it at once. */
export function NativeDialog({ label, className, onClose, children }: NativeDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);

  useEffect(() => dialog.current?.showModal(), []);

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Esc is the key for it
    <dialog
      ref={dialog}
      aria-label={label}
      onClose={onClose}
      onClick={(event) => event.target === event.currentTarget && event.currentTarget.close()}
      className={cx(
        "m-0 mx-auto mt-[12dvh] max-h-[70dvh] w-[calc(100%-1.5rem)] max-w-lg overflow-hidden rounded-xl bg-float text-ink shadow-float backdrop:bg-scrim open:flex open:flex-col",
        className,
      )}
    >
      {children}
    </dialog>
  );
}
