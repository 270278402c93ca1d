"use client";
import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { isTyping } from "@/components/ui/forms/typing";

const OVER = "[role=dialog]:not([popover]), [role=alertdialog], [role=menu], dialog[open], :popover-open";

/** P opens the message pad from any page of an assistant; not while one types. */
export function PadKey() {
  const router = useRouter();
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      const isModified = event.metaKey || event.ctrlKey || event.altKey;
      if (isModified || event.defaultPrevented || isTyping(event) || event.key.toLowerCase() !== "p") return;
      if (document.querySelector(OVER)) return;
      event.preventDefault();
      router.push("/assistant/requests/pad");
    }
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, [router]);
  return null;
}
