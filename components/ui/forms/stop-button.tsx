"use client";
import { Square } from "lucide-react";
import { useRef } from "react";
import { Kbd } from "@/components/ui/layout/kbd";
import { useEscape } from "@/components/ui/overlays/use-escape";
import { Button, type ButtonProps } from "./button";

/** The way to end something that goes on; Escape presses it, from wherever the focus is. */
export function StopButton({ children, ...props }: Omit<ButtonProps, "ref" | "icon">) {
  const button = useRef<HTMLButtonElement>(null);
  useEscape(() => button.current?.click());
  return (
    <Button variant="ghost" {...props} ref={button} icon={<Square aria-hidden className="size-3.5" />}>
      {children}
      <span aria-hidden className="contents touch:hidden">
        <Kbd>Esc</Kbd>
      </span>
    </Button>
  );
}
