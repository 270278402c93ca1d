"use client";
import type { ReactElement, ReactNode } from "react";
import { Tooltip as AriaTooltip, TooltipTrigger } from "react-aria-components/Tooltip";
import { Kbd } from "./kbd";

type TooltipProps = { text: ReactNode; shortcut?: string; children: ReactElement };

/** A word on hover and focus, around a Button. Never the only place where something is said. */
export function Tooltip({ text, shortcut, children }: TooltipProps) {
  return (
    <TooltipTrigger delay={500} closeDelay={80}>
      {children}
      <AriaTooltip
        offset={6}
        className="flex max-w-64 items-center gap-2 rounded-md bg-ink px-2 py-1 text-xs text-canvas"
      >
        {text}
        {shortcut && <Kbd className="bg-transparent text-canvas ring-canvas">{shortcut}</Kbd>}
      </AriaTooltip>
    </TooltipTrigger>
  );
}
