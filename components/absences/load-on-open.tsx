"use client";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { Disclosure } from "@/components/ui/layout/disclosure";

type LoadOnOpenProps<T> = {
  summary: string;
  /** Says of what, where the summary stands more than once on a page; begins with the summary. */
  label: string;
  load: () => Promise<T | null>;
  show: (value: T) => ReactNode;
  className?: string;
};

/** What is only read when somebody opens it: lists stay quick however much each row could tell. */
export function LoadOnOpen<T>({ summary, label, load, show, className = "" }: LoadOnOpenProps<T>) {
  const [state, setState] = useState<{ value: T | null } | "waiting" | null>(null);
  async function open(isOpen: boolean) {
    const isRead = state === "waiting" || Boolean(state?.value);
    if (!isOpen || isRead) return;
    setState("waiting");
    setState({ value: await load().catch(() => null) });
  }
  return (
    <Disclosure
      summary={summary}
      label={label}
      onToggle={(event) => open(event.currentTarget.open)}
      className={`text-sm ${className}`}
    >
      <div aria-live="polite" className="pt-1 pb-2">
        {state === "waiting" && <Waiting />}
        {state !== null && state !== "waiting" && (state.value ? show(state.value) : <Failed />)}
      </div>
    </Disclosure>
  );
}

function Waiting() {
  const t = useTranslations("absences.preview");
  return <p className="text-ink-2">{t("wait")}</p>;
}

function Failed() {
  return useTranslations("refusals")("unknown");
}
