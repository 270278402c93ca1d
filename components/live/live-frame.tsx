"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, useCallback, useEffect, useRef, useState, useTransition } from "react";
import { BY_ITSELF_COOKIE } from "@/lib/by-itself";
import { connect } from "./connection";
import { LiveContext } from "./live-context";
import { type LiveStore, openLiveStore } from "./live-store";
import { makeRefresher } from "./refresher";

const SAID_MS = 6_000;

type LiveFrameProps = {
  userId: string;
  /** Up to where the page shows what was done; null where that isn't known. */
  after: number | null;
  children: ReactNode;
};

/** Around the pages of a signed-in person: hears what others do, has pages that it concerns drawn anew, and says so. */
export function LiveFrame({ userId, after, children }: LiveFrameProps) {
  const t = useTranslations("live");
  const [store] = useState(openLiveStore);
  const [first] = useState(after);
  const [said, setSaid] = useState("");
  const refresh = useRefresh(store);

  useEffect(() => {
    const refresher = makeRefresher(refresh);
    const disconnect = connect({
      userId,
      after: first,
      onMessage: (message) => {
        const redrawn = store.take(message);
        if (redrawn) refresher.request();
        if (redrawn?.by) setSaid(redrawn.by);
      },
      onEnd: refresher.request,
    });
    return () => {
      refresher.stop();
      disconnect();
    };
  }, [userId, first, store, refresh]);

  useEffect(() => {
    if (!said) return;
    const timer = setTimeout(setSaid, SAID_MS, "");
    return () => clearTimeout(timer);
  }, [said]);

  return (
    <LiveContext value={store.value}>
      {children}
      <p role="status" className="sr-only">
        {said && t("changed", { name: said })}
      </p>
    </LiveContext>
  );
}

/** Draws the page anew without its person: meanwhile a cookie says so, and what changed is marked when it is drawn. */
function useRefresh(store: LiveStore): () => void {
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  const isUnderWay = useRef(false);
  useEffect(() => {
    if (isPending || !isUnderWay.current) return;
    isUnderWay.current = false;
    markByItself(0);
    store.show();
  }, [isPending, store]);
  return useCallback(() => {
    isUnderWay.current = true;
    markByItself(10);
    startTransition(() => router.refresh());
  }, [router]);
}

function markByItself(seconds: number): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser, and needs a secure address
  document.cookie = `${BY_ITSELF_COOKIE}=1; path=/; max-age=${seconds}; samesite=strict`;
}
