"use client";
import { useRouter } from "next/navigation";
import { type MouseEvent, type ReactNode, useCallback, useEffect, useTransition } from "react";
import { isPageKey } from "@/components/ui/overlays/page-key";
import { PendingMark } from "./link-pending";

/** From this width on a list shows what is open of it beside its rows. */
const IS_BESIDE = "(width >= 1200px)";

type ListAreaProps = {
  /** The rows in order, and which of them is open. */
  ids: readonly string[];
  open?: string;
  /** Where the page of a row is: its id follows. */
  path: string;
  /** What a `data-act` button of a row does; `key` is its `data-row`. */
  onAct?: (act: string, key: string, button: HTMLButtonElement) => void;
  children: ReactNode;
};

/**
 * Opens rows of a list in the address, beside it or on their page; J and K step through them, A presses what is marked
 * `data-decide`. Before JavaScript the buttons in the rows lead to the row's page.
 */
export function ListArea({ ids, open, path, onAct, children }: ListAreaProps) {
  const router = useRouter();
  const [isOpening, startOpening] = useTransition();
  const show = useCallback(
    (id: string) => {
      if (!window.matchMedia(IS_BESIDE).matches) return startOpening(() => router.push(`${path}/${id}`));
      const address = new URL(window.location.href);
      address.searchParams.set("open", id);
      address.searchParams.delete("pick");
      startOpening(() => router.push(`${address.pathname}${address.search}`, { scroll: false }));
    },
    [router, path],
  );

  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (!isPageKey(event)) return;
      const step = { j: 1, k: -1 }[event.key.toLowerCase()];
      const place = open ? ids.indexOf(open) : -1;
      const next = step === undefined ? undefined : ids[place < 0 ? 0 : place + step];
      if (next) show(next);
      else if (event.key.toLowerCase() === "a")
        document.querySelector<HTMLButtonElement>("button[data-decide]")?.click();
      else return;
      event.preventDefault();
    }
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, [ids, open, show]);

  function press(event: MouseEvent) {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    const target = event.target as Element;
    const button = target.closest<HTMLButtonElement>("button[data-act]");
    const link = target.closest<HTMLAnchorElement>("a[data-open]");
    if (button) {
      event.preventDefault();
      if (button.ariaBusy !== "true") onAct?.(button.dataset.act ?? "", button.dataset.row ?? "", button);
    } else if (link) {
      event.preventDefault();
      show(link.dataset.open ?? "");
    }
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: links and buttons in it are what is pressed.
    <div onClick={press} className="contents">
      {isOpening && <PendingMark />}
      {children}
    </div>
  );
}
