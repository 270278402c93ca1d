"use client";
import { RotateCcw } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { startTransition, useEffect, useRef } from "react";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { Button } from "@/components/ui/forms/button";
import { Form } from "@/components/ui/forms/form";
import { StopButton } from "@/components/ui/forms/stop-button";
import { Notice } from "@/components/ui/layout/notice";
import { Section } from "@/components/ui/layout/page";
import { Skeleton } from "@/components/ui/layout/skeleton";
import type { WhatIfLook } from "@/lib/coverage/what-if/service-runs";
import { resume, stop } from "../actions";

const FIRST_WAIT_MS = 150;
const LONGEST_WAIT_MS = 700;
const ROWS = [1, 2, 3, 4, 5, 6];

type StillRunningProps = { look: Exclude<WhatIfLook, { state: "done" }> };

/** A large pool takes some seconds: what is being worked out, looking again until it is there, and the way to stop it. */
export function StillRunning({ look }: StillRunningProps) {
  const t = useTranslations("whatIf.running");
  const place = useRef<HTMLDivElement>(null);
  const isStopped = look.state === "stopped";
  useLookingAgain(look);

  // The button that was pressed goes away; a key may have pressed it from elsewhere.
  function keepFocus() {
    if (place.current?.contains(document.activeElement)) place.current.focus();
  }

  return (
    <Section title={t(isStopped ? "stoppedTitle" : "title")}>
      <div ref={place} tabIndex={-1} className="grid gap-4 rounded-lg outline-offset-2">
        <Notice
          role="status"
          actions={
            <Form
              action={isStopped ? resume : stop}
              refusals={useRefusalWords()}
              onDone={keepFocus}
              key={look.state}
            >
              <input type="hidden" name="run" value={look.run} />
              {isStopped ? (
                <Button type="submit" icon={<RotateCcw aria-hidden className="size-3.5" />}>
                  {t("resume")}
                </Button>
              ) : (
                <StopButton type="submit">{t("stop")}</StopButton>
              )}
            </Form>
          }
        >
          {look.state === "stopped" ? t("stopped") : t(look.progress.step)}
          {look.state === "running" &&
            look.progress.gap !== null &&
            ` ${t("gap", { percent: look.progress.gap })}`}
        </Notice>
        {!isStopped && (
          <div aria-hidden className="grid gap-2">
            {ROWS.map((row) => (
              <Skeleton key={row} className="h-9" />
            ))}
          </div>
        )}
      </div>
      {!isStopped && (
        <noscript>
          <meta httpEquiv="refresh" content="2" />
        </noscript>
      )}
    </Section>
  );
}

/** Each look is followed by another one, soon at first; the page itself waits a moment for the answer. */
function useLookingAgain(look: StillRunningProps["look"]): void {
  const router = useRouter();
  const wait = useRef(FIRST_WAIT_MS);
  useEffect(() => {
    if (look.state === "stopped") {
      wait.current = FIRST_WAIT_MS;
      return;
    }
    const timer = setTimeout(() => startTransition(() => router.refresh()), wait.current);
    wait.current = Math.min(LONGEST_WAIT_MS, 1.3 * wait.current);
    return () => clearTimeout(timer);
  }, [look, router]);
}
