"use client";
import { ChevronDown } from "lucide-react";
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from "react";
import { buttonStyle } from "@/components/ui/forms/button-style";
import { cx } from "@/components/ui/layout/cx";

type DropPanelProps = {
  label: string;
  icon?: ReactNode;
  /** How many choices in it are other than usual; the panel's button shows them. */
  count?: number;
  className?: string;
  /** Of the panel that opens. */
  panelClassName?: string;
  children: ReactNode;
};

/** A button in a toolbar with a panel of choices below it, which opens before JavaScript too. Escape and a click elsewhere on the page close it. */
export function DropPanel({ label, icon, count = 0, className, panelClassName, children }: DropPanelProps) {
  const box = useRef<HTMLDetailsElement>(null);

  useEffect(() => {
    function onPointerDown({ target }: PointerEvent) {
      const isElsewhere =
        target instanceof Element && target.closest("main") && !box.current?.contains(target);
      if (isElsewhere && box.current) box.current.open = false;
    }
    document.addEventListener("pointerdown", onPointerDown);
    return () => document.removeEventListener("pointerdown", onPointerDown);
  }, []);

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== "Escape" || event.defaultPrevented || !box.current?.open) return;
    event.preventDefault();
    box.current.open = false;
    box.current.querySelector("summary")?.focus();
  }

  return (
    <details ref={box} onKeyDown={onKeyDown} className={cx("group/drop relative print:hidden", className)}>
      <summary
        className={cx(
          buttonStyle("ghost"),
          "before:hidden group-open/drop:bg-sunken group-open/drop:text-ink",
          count > 0 && "bg-sunken text-ink",
        )}
      >
        {icon}
        {label}
        {count > 0 && <span className="tnum text-ink-2">{count}</span>}
        <ChevronDown aria-hidden className="size-3.5! text-ink-3" />
      </summary>
      <div
        className={cx(
          "absolute top-full right-0 z-40 mt-1 grid w-72 max-w-[calc(100vw-2rem)] gap-3 rounded-lg bg-float p-3 text-ink shadow-float",
          panelClassName,
        )}
      >
        {children}
      </div>
    </details>
  );
}
