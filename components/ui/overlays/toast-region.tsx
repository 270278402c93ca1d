"use client";
import { CircleCheck, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { Toaster as SonnerToaster, toast } from "sonner";
import { showToastsAt, type ToastMessage } from "./toast";

function show({ id, text, isFault, lasts, action, onGone }: ToastMessage): void {
  const message = isFault ? toast.error : toast;
  const shown = { id, duration: lasts, action, onAutoClose: onGone, onDismiss: onGone };
  message(text, { ...shown, closeButton: isFault });
}

/** The corner of the page where toasts appear. */
export function ToastRegion() {
  const t = useTranslations("common.toast");

  useEffect(() => {
    showToastsAt({ show, dismiss: (id) => toast.dismiss(id) });
    return () => showToastsAt(undefined);
  }, []);

  return (
    <SonnerToaster
      position="bottom-center"
      style={{ fontFamily: "inherit" }}
      containerAriaLabel={t("region")}
      mobileOffset={{ bottom: "calc(4.5rem + env(safe-area-inset-bottom))" }}
      icons={{
        success: <CircleCheck aria-hidden className="size-4" />,
        error: <TriangleAlert aria-hidden className="size-4" />,
      }}
      toastOptions={{
        unstyled: true,
        closeButtonAriaLabel: t("close"),
        classNames: {
          toast:
            "flex w-[var(--width)] items-center gap-3 rounded-lg bg-ink px-3.5 py-2.5 text-sm text-canvas shadow-float",
          content: "min-w-0 flex-1",
          actionButton:
            "h-7 shrink-0 cursor-default rounded-md bg-canvas px-2.5 text-sm font-medium text-ink touch:h-11 touch:px-3.5",
          closeButton:
            "order-last grid size-7 shrink-0 place-items-center rounded-md touch:size-11 [&_svg]:size-4",
        },
      }}
    />
  );
}
