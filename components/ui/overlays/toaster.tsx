"use client";
import { lazy, Suspense, useEffect, useState } from "react";
import { isTyping } from "@/components/ui/forms/typing";
import { onFirstToast, undoLatest } from "./toast";

const ToastRegion = lazy(() =>
  import("./toast-region").then(({ ToastRegion }) => ({ default: ToastRegion })),
);

/** Brings the place of toasts when there is one to show, and listens for ⌘Z. One per page, in the root layout. */
export function Toaster() {
  const [isCalled, setIsCalled] = useState(false);

  useEffect(() => {
    onFirstToast(() => setIsCalled(true));
    function onKeyDown(event: KeyboardEvent) {
      const isUndo = (event.metaKey || event.ctrlKey) && !event.shiftKey && event.key.toLowerCase() === "z";
      if (isUndo && !isTyping(event) && undoLatest()) event.preventDefault();
    }
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, []);

  return <Suspense fallback={null}>{isCalled && <ToastRegion />}</Suspense>;
}
