"use client";
import { buttonStyle } from "@/components/ui/forms/button-style";
import { PlainButton } from "@/components/ui/forms/plain-button";

type CrashProps = {
  title: string;
  body: string;
  /** Names the line of the log. */
  reference?: string;
  retry: { label: string; again: () => void };
  home?: { label: string };
};

/** What an error boundary shows: neutral words, the reference of the log line, and the way on. Every page carries it, so it is light. */
export function Crash({ title, body, reference, retry, home }: CrashProps) {
  return (
    <div role="alert" className="grid max-w-xl justify-items-start gap-2 px-4 py-6 md:px-6">
      <h1 className="text-xl font-semibold tracking-tight">{title}</h1>
      <p className="text-base text-pretty text-ink-2">{body}</p>
      {reference && <p className="tnum text-sm text-ink-3 select-all">{reference}</p>}
      <div className="flex flex-wrap gap-2 pt-2">
        <PlainButton variant="primary" onClick={retry.again}>
          {retry.label}
        </PlainButton>
        {home && (
          <a href="/" className={buttonStyle()}>
            {home.label}
          </a>
        )}
      </div>
    </div>
  );
}
