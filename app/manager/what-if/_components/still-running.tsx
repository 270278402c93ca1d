"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { startTransition, useEffect } from "react";
import { Section } from "@/components/ui/page";
import { Skeleton } from "@/components/ui/skeleton";
import type { WhatIfProgress } from "@/lib/coverage/what-if";

const ASK_EVERY_MS = 700;
const ROWS = [1, 2, 3, 4, 5, 6];

/** A large pool takes some seconds: what is being worked out, looking again until it is there. */
export function StillRunning({ progress }: { progress: WhatIfProgress }) {
  const t = useTranslations("whatIf");
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => startTransition(() => router.refresh()), ASK_EVERY_MS);
    return () => clearInterval(timer);
  }, [router]);
  return (
    <Section title={t("running.title")}>
      <p role="status" className="text-base text-ink-2">
        {t(`running.${progress.step}`)}
        {progress.gap !== null && ` ${t("running.gap", { percent: progress.gap })}`}
      </p>
      <div aria-hidden className="grid gap-2">
        {ROWS.map((row) => (
          <Skeleton key={row} className="h-9" />
        ))}
      </div>
      <noscript>
        <meta httpEquiv="refresh" content="2" />
      </noscript>
    </Section>
  );
}
