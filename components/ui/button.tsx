"use client";
import { LoaderCircle } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from "react-aria-components/Button";
import { ProgressBar } from "react-aria-components/ProgressBar";
import { useFormStatus } from "react-dom";
import { type ButtonSize, type ButtonVariant, buttonStyle } from "./button-style";
import { cx } from "./cx";

export type ButtonProps = Omit<AriaButtonProps, "className" | "children" | "style"> & {
  variant?: ButtonVariant;
  size?: ButtonSize;
  icon?: ReactNode;
  className?: string;
  children?: ReactNode;
};

/** A button. As `type="submit"` it works before hydration and shows by itself that its form is on its way. */
export function Button({ variant, size, icon, className, children, isPending, ...props }: ButtonProps) {
  const { pending, data } = useFormStatus();
  const sent = !props.name || data?.get(props.name) === props.value;
  const waiting = isPending ?? (props.type === "submit" && pending && sent);
  return (
    <AriaButton {...props} isPending={waiting} className={cx(buttonStyle(variant, size), className)}>
      {waiting ? <Waiting /> : icon}
      {size === "icon" && waiting ? null : children}
    </AriaButton>
  );
}

function Waiting() {
  const t = useTranslations("common.state");
  return (
    <ProgressBar isIndeterminate aria-label={t("saving")} className="grid place-items-center">
      <LoaderCircle aria-hidden className="animate-spin" />
    </ProgressBar>
  );
}
