import type { Metadata } from "next";
import type { ReactNode } from "react";

/** Pages anybody can open are for those who were sent to them, not for search engines; all others need an account. */
export const metadata: Metadata = { robots: { index: false, follow: false } };

export default function PublicLayout({ children }: { children: ReactNode }) {
  return children;
}
