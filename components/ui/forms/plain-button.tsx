"use client";
import type { ComponentProps } from "react";
import { useFormStatus } from "react-dom";
import { cx } from "@/components/ui/layout/cx";
import { type ButtonVariant, buttonStyle } from "./button-style";

type PlainButtonProps = ComponentProps<"button"> & { variant?: ButtonVariant };

/**
 * A button without React Aria, for pages that must be light or may be broken: sign-in, an executive's own, error pages. While its
 * form is on its way it keeps the focus and does nothing.
 */
export function PlainButton({ variant, className, ...props }: PlainButtonProps) {
  const { pending } = useFormStatus();
  const idle = pending ? { type: "button" as const, onClick: undefined, "aria-disabled": true } : {};
  return <button type="button" {...props} {...idle} className={cx(buttonStyle(variant), className)} />;
}
