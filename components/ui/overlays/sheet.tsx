"use client";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Dialog as AriaDialog, Heading } from "react-aria-components/Dialog";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import { Button } from "@/components/ui/forms/button";
import { cx } from "@/components/ui/layout/cx";
import type { OverlayProps } from "./dialog";
import { scrimStyle } from "./overlay-style";
import { WithTrigger } from "./with-trigger";

type SheetProps = OverlayProps & {
  /** 560 px, for what is read side by side. */
  isWide?: boolean;
  footer?: ReactNode | ((close: () => void) => ReactNode);
};

/** Details beside the page: 480 px, or 560, at the right, from below on phones. */
export function Sheet({ trigger, isOpen, onOpenChange, isWide, ...rest }: SheetProps) {
  return (
    <WithTrigger {...{ trigger, isOpen, onOpenChange }}>
      {(steering) => (
        <ModalOverlay
          isDismissable
          {...steering}
          className={cx(scrimStyle, "flex items-end md:items-stretch md:justify-end")}
        >
          <Modal
            className={cx(
              "flex max-h-[88dvh] w-full flex-col overflow-hidden rounded-t-xl bg-float text-ink shadow-float transition-transform duration-200 ease-out",
              "data-entering:translate-y-full data-exiting:translate-y-full",
              "md:max-h-none md:rounded-none md:data-entering:translate-x-full md:data-entering:translate-y-0 md:data-exiting:translate-x-full md:data-exiting:translate-y-0",
              isWide ? "md:w-[560px]" : "md:w-[480px]",
            )}
          >
            <SheetPanel {...rest} />
          </Modal>
        </ModalOverlay>
      )}
    </WithTrigger>
  );
}

function SheetPanel({ title, description, children, footer }: Omit<SheetProps, "trigger" | "isWide">) {
  const t = useTranslations("common.action");
  return (
    <AriaDialog className="flex min-h-0 flex-1 flex-col outline-none">
      {({ close }) => (
        <>
          <header className="flex items-start gap-2 border-b border-line py-3 pr-3 pl-4 md:pl-5">
            <div className="min-w-0 flex-1">
              <Heading slot="title" className="pt-0.5 text-lg font-semibold">
                {title}
              </Heading>
              {description && <div className="text-sm text-ink-2">{description}</div>}
            </div>
            <Button
              variant="ghost"
              size="icon"
              aria-label={t("close")}
              onPress={close}
              icon={<X aria-hidden />}
            />
          </header>
          <div className="min-h-0 flex-1 overflow-auto overscroll-contain px-4 py-4 md:px-5">
            {typeof children === "function" ? children(close) : children}
          </div>
          {footer && (
            <footer className="flex flex-wrap justify-end gap-2 border-t border-line px-4 py-3 pb-[max(0.75rem,env(safe-area-inset-bottom))] md:px-5">
              {typeof footer === "function" ? footer(close) : footer}
            </footer>
          )}
        </>
      )}
    </AriaDialog>
  );
}
