"use client";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";
import { Dialog as AriaDialog, Heading } from "react-aria-components/Dialog";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import { Button } from "@/components/ui/forms/button";
import { cx } from "@/components/ui/layout/cx";
import { floatStyle, scrimStyle } from "./overlay-style";
import { type TriggerProps, WithTrigger } from "./with-trigger";

export type OverlayProps = TriggerProps & {
  title: string;
  description?: ReactNode;
  children: ReactNode | ((close: () => void) => ReactNode);
};

type DialogProps = OverlayProps & {
  footer?: (close: () => void) => ReactNode;
  isWide?: boolean;
  isAlert?: boolean;
};

/** A question or a short form in the middle of the page. */
export function Dialog({ trigger, isOpen, onOpenChange, isWide, ...rest }: DialogProps) {
  return (
    <WithTrigger {...{ trigger, isOpen, onOpenChange }}>
      {(steering) => (
        <ModalOverlay
          isDismissable={!rest.isAlert}
          {...steering}
          className={cx(scrimStyle, "grid place-items-end p-3 sm:place-items-center")}
        >
          <Modal
            className={cx(
              floatStyle,
              "max-h-[calc(100dvh-1.5rem)] w-full overflow-auto transition-transform duration-150 data-entering:translate-y-2 data-exiting:translate-y-2",
              isWide ? "max-w-2xl" : "max-w-md",
            )}
          >
            <DialogPanel {...rest} />
          </Modal>
        </ModalOverlay>
      )}
    </WithTrigger>
  );
}

function DialogPanel({
  title,
  description,
  children,
  footer,
  isAlert,
}: Omit<DialogProps, "trigger" | "isWide">) {
  const t = useTranslations("common.action");
  const describedBy = useId();
  return (
    <AriaDialog
      role={isAlert ? "alertdialog" : "dialog"}
      aria-describedby={description ? describedBy : undefined}
      className="outline-none"
    >
      {({ close }) => (
        <>
          <header className="flex items-start gap-2 px-4 pt-3.5">
            <Heading slot="title" className="min-w-0 flex-1 pt-1 text-lg font-semibold">
              {title}
            </Heading>
            {!isAlert && (
              <Button
                variant="ghost"
                size="icon"
                aria-label={t("close")}
                onPress={close}
                icon={<X aria-hidden />}
              />
            )}
          </header>
          {description && (
            <div id={describedBy} className="px-4 pt-1 text-base text-ink-2">
              {description}
            </div>
          )}
          <div className="px-4 pt-3 pb-4 empty:pb-1">
            {typeof children === "function" ? children(close) : children}
          </div>
          {footer && <footer className="flex flex-wrap justify-end gap-2 px-4 pb-4">{footer(close)}</footer>}
        </>
      )}
    </AriaDialog>
  );
}

type ConfirmDialogProps = Omit<OverlayProps, "children"> & {
  confirmLabel: string;
  cancelLabel?: string;
  isDangerous?: boolean;
  isPending?: boolean;
  onConfirm: () => void | Promise<void>;
};

/** Asks once before what can't be undone: sending notices, deleting, opening a case. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { confirmLabel, cancelLabel, isDangerous, isPending, onConfirm, ...overlay } = props;
  const t = useTranslations("common.action");
  return (
    <Dialog
      {...overlay}
      isAlert
      footer={(close) => (
        <>
          <Button onPress={close}>{cancelLabel ?? t("cancel")}</Button>
          <Button
            variant={isDangerous ? "danger" : "primary"}
            isPending={isPending}
            onPress={async () => {
              await onConfirm();
              close();
            }}
          >
            {confirmLabel}
          </Button>
        </>
      )}
    >
      {null}
    </Dialog>
  );
}
