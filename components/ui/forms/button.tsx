"use client";
import { LoaderCircle } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode, Ref } from "react";
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from "react-aria-components/Button";
import { useFormStatus } from "react-dom";
import { cx } from "@/components/ui/layout/cx";
import { type ButtonSize, type ButtonVariant, buttonStyle } from "./button-style";

export type ButtonProps = Omit<AriaButtonProps, "className" | "children" | "style"> & {
  variant?: ButtonVariant;
  size?: ButtonSize;
  icon?: ReactNode;
  className?: string;
  children?: ReactNode;
  ref?: Ref<HTMLButtonElement>;
};

/**
 * A button. As `type="submit"` it works before hydration and shows by itself that its form is on its way. While it waits it
 * keeps the focus and does nothing; React Aria's own pending state would leave a nameless announcement behind.
 */
export function Button({ variant, size, icon, className, children, isPending, ...props }: ButtonProps) {
  const { pending, data } = useFormStatus();
  const sent = !props.name || data?.get(props.name) === props.value;
  const waiting = isPending ?? (props.type === "submit" && pending && sent);
  const idle = waiting ? { type: "button" as const, onPress: undefined, "aria-disabled": true } : {};
  return (
    <AriaButton {...props} {...idle} className={cx(buttonStyle(variant, size), className)}>
      {waiting ? <Waiting /> : icon}
      {size === "icon" && waiting ? null : children}
    </AriaButton>
  );
}

function Waiting() {
  const t = useTranslations("common.state");
  return (
    <>
      <LoaderCircle aria-hidden className="animate-spin" />
      <span className="sr-only">{t("saving")}</span>
    </>
  );
}
