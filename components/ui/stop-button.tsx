"use client";
import { Square } from "lucide-react";
import { Button, type ButtonProps } from "./button";
import { Kbd } from "./kbd";
import { useEscape } from "./use-escape";

type StopButtonProps = Omit<ButtonProps, "onPress" | "icon" | "children"> & {
  children: string;
  /** What ends: told whether the key did it, from wherever the focus is. */
  onStop: (by: "press" | "key") => void;
};

/** The way to end something that goes on, by Escape too. */
export function StopButton({ children, onStop, ...props }: StopButtonProps) {
  useEscape(() => onStop("key"));
  return (
    <Button
      variant="ghost"
      {...props}
      icon={<Square aria-hidden className="size-3.5" />}
      onPress={() => onStop("press")}
    >
      {children}
      <span aria-hidden className="contents touch:hidden">
        <Kbd>Esc</Kbd>
      </span>
    </Button>
  );
}
