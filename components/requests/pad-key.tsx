"use client";
import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { isPageKey } from "@/components/ui/overlays/page-key";

/** P opens the message pad from any page of an assistant; not while one types. */
export function PadKey() {
  const router = useRouter();
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (event.key.toLowerCase() !== "p" || !isPageKey(event)) return;
      event.preventDefault();
      router.push("/assistant/requests/pad");
    }
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, [router]);
  return null;
}
