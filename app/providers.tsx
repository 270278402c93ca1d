"use client";
import { useRouter } from "next/navigation";
import { type ReactNode, useTransition } from "react";
import { RouterProvider } from "react-aria-components";
import { I18nProvider } from "react-aria-components/I18nProvider";
import { PendingMark } from "@/components/ui/layout/link-pending";

/** What React Aria needs to know: the language, and how this app goes to an address. */
export function Providers({ locale, children }: { locale: string; children: ReactNode }) {
  const router = useRouter();
  const [isGoing, startGoing] = useTransition();
  return (
    <I18nProvider locale={locale}>
      <RouterProvider navigate={(href) => startGoing(() => router.push(href))}>
        {isGoing && <PendingMark />}
        {children}
      </RouterProvider>
    </I18nProvider>
  );
}
