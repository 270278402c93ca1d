"use client";
import { RotateCcw } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { Notice } from "@/components/ui/layout/notice";
import { PlainButton } from "./plain-button";
import type { Unanswered } from "./unanswered";

/** Stands at a form that got no answer: what happened, what is kept, and the way to send it again. */
export function UnsentNotice({ why, onRetry }: { why: Unanswered; onRetry: () => void }) {
  const t = useTranslations("common");
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <Notice
      ref={box}
      tabIndex={-1}
      role="alert"
      tone="gap"
      actions={
        <PlainButton onClick={onRetry}>
          <RotateCcw aria-hidden />
          {t("action.retry")}
        </PlainButton>
      }
    >
      <p className="font-semibold">{t(why === "offline" ? "unanswered.notSent" : "unanswered.noAnswer")}</p>
      <p>{t(`unanswered.${why}`)}</p>
      <p>{t("form.kept")}</p>
    </Notice>
  );
}

/** Says that what stands in the fields was typed earlier and is not sent. */
export function RestoredNotice({ onDiscard }: { onDiscard: () => void }) {
  const t = useTranslations("common.form");
  return (
    <Notice
      role="status"
      actions={
        <PlainButton variant="ghost" onClick={onDiscard}>
          {t("discard")}
        </PlainButton>
      }
    >
      {t("restored")}
    </Notice>
  );
}

/** The way from a form whose record was changed by someone else to what stands now, with what was typed kept. */
export function ShowCurrent() {
  const t = useTranslations("common.form");
  return (
    <PlainButton className="mt-1.5 w-fit" onClick={() => location.reload()}>
      {t("showCurrent")}
    </PlainButton>
  );
}
