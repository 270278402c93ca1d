"use client";
import { useTranslations } from "next-intl";
import { createContext, type ReactNode, use, useEffect, useRef, useState } from "react";
import { attempt } from "@/components/refusals/attempt";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import type { LeaveOutlook } from "@/lib/absences/balances/schema";
import { OutlookFacts } from "./outlook-facts";

type Answer =
  | { ok: true; value: LeaveOutlook }
  | { ok: false; reason: string; details?: Record<string, unknown> };

/** What a preview is asked of: the fields of a form about one stretch of leave. */
export type OutlookAsked = {
  assistantId?: string;
  type: string;
  from: string;
  fromPart?: "am" | "pm";
  to: string;
  toPart?: "am" | "pm";
  startMinute?: string;
  endMinute?: string;
};

const FIELDS = [
  "assistantId",
  "type",
  "from",
  "fromPart",
  "to",
  "toPart",
  "startMinute",
  "endMinute",
] as const;
const QUIET_MS = 250;

const AnswerContext = createContext<Answer | null>(null);

/** What the leave of the form around it would take, for where the fields themselves are out of sight. */
export function Outlook() {
  const answer = use(AnswerContext);
  return answer ? (
    <div className="max-w-72 border-t border-line pt-3">
      <Shown answer={answer} />
    </div>
  ) : null;
}

type LiveOutlookProps = { preview: (asked: OutlookAsked) => Promise<Answer>; children: ReactNode };

/** The fields of a form, and beneath them what the leave they describe would take, kept up with what is typed. */
export function LiveOutlook({ preview, children }: LiveOutlookProps) {
  const t = useTranslations("absences.preview");
  const [answer, setAnswer] = useState<Answer | null>(null);
  const fields = useRef<HTMLDivElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef(0);

  function look() {
    clearTimeout(timer.current);
    timer.current = setTimeout(async () => {
      const form = fields.current?.closest("form");
      const asked = form && askedIn(new FormData(form));
      const turn = ++latest.current;
      const found = asked ? await attempt(() => preview(asked)) : null;
      if (turn === latest.current) setAnswer(found);
    }, QUIET_MS);
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, for the days the form begins with.
  useEffect(() => {
    look();
    return () => clearTimeout(timer.current);
  }, []);

  return (
    <>
      <div ref={fields} onChange={look} className="grid gap-4">
        <AnswerContext value={answer}>{children}</AnswerContext>
      </div>
      <section
        aria-live="polite"
        aria-label={t("title")}
        className="grid gap-1 rounded-lg bg-sunken p-3 empty:hidden"
      >
        {answer && <Shown answer={answer} />}
      </section>
    </>
  );
}

function Shown({ answer }: { answer: Answer }) {
  const refusals = useRefusalWords();
  const words = answer.ok ? undefined : refusals(answer);
  return answer.ok ? (
    <OutlookFacts outlook={answer.value} />
  ) : (
    words && <p className="text-sm text-ink-2">{words}</p>
  );
}

function askedIn(form: FormData): OutlookAsked | null {
  const typed = FIELDS.map((name) => [name, form.get(name)] as const);
  const asked = Object.fromEntries(typed.filter(([, value]) => typeof value === "string" && value !== ""));
  const isForSomebody = !form.has("assistantId") || asked.assistantId;
  return isForSomebody && asked.type && asked.from && asked.to ? (asked as OutlookAsked) : null;
}
