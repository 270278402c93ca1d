"use client";
import { use, useEffect } from "react";
import { DraftOwnerContext } from "@/components/ui/forms/use-draft";
import { keepPage, type OfflineWords } from "./kept-page";

const SETTLED_AFTER_MS = 1_500;

type KeepPageProps = {
  words: OfflineWords;
  /** When the page was read: another time keeps it anew. */
  readAt: string;
};

/** Keeps the page it stands on for when there is no connection, once it has settled and whenever it was drawn anew. */
export function KeepPage({ words, readAt }: KeepPageProps) {
  const owner = use(DraftOwnerContext);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a page read anew is kept anew
  useEffect(() => {
    if (!owner) return;
    const timer = setTimeout(() => keepPage(owner, words).catch(() => {}), SETTLED_AFTER_MS);
    return () => clearTimeout(timer);
  }, [owner, readAt]);
  return null;
}
