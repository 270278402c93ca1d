"use client";
import { useLinkStatus } from "next/link";

/** Within a link: marks that its page is on the way, which the line at the top of the window shows when it takes long. */
export function LinkPending() {
  return useLinkStatus().pending && <PendingMark />;
}

/** The same for a page that is opened without a link. */
export function PendingMark() {
  return <span data-pending hidden />;
}
