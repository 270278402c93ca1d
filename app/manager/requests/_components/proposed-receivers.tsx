"use client";
import { useTranslations } from "next-intl";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { PromiseBar } from "@/components/requests/promise-bar";
import { Form } from "@/components/ui/forms/form";
import { initialsOf } from "@/components/ui/layout/avatar";
import type { ReceiverView } from "@/lib/requests/holders/queries-receivers";
import type { SupportRequestView } from "@/lib/requests/schema";
import { assign } from "../actions";

type ProposedProps = { request: SupportRequestView; receivers: readonly ReceiverView[]; most: number };

/** Assistants at work, the best first: why, until when they are there, how many open requests they have, and one press. */
export function ProposedReceivers({ request, receivers, most }: ProposedProps) {
  const t = useTranslations("requests.assign");
  const refusals = useRefusalWords();
  return (
    <Form action={assign} refusals={refusals} done={t("done")} aria-label={t("title")} className="gap-0">
      <input type="hidden" name="id" value={request.id} />
      <input type="hidden" name="version" value={request.version} />
      <p className="text-right text-xs text-ink-2">{t("load")}</p>
      <ul>
        {receivers.map(({ assistantId, name, because, open, until }, i) => (
          <li
            key={assistantId}
            className="flex min-h-14 items-center gap-3 border-b border-hair py-2 forced-colors:border-[CanvasText]"
          >
            <span
              aria-hidden
              className="grid size-6 shrink-0 place-items-center rounded-full bg-sunken text-[10px] font-medium text-ink-2"
            >
              {initialsOf(name)}
            </span>
            <div className="min-w-0 flex-1">
              <p className="truncate text-sm font-medium">{name}</p>
              <p className="tnum truncate text-xs text-ink-2">{whyWords(because, until)}</p>
            </div>
            <div className="tnum grid w-16 justify-items-end gap-1 text-xs text-ink-2">
              {t("openCount", { count: open })}
              <PromiseBar share={most > 0 ? open / most : 0} isLate={false} className="w-full" />
            </div>
            <button
              type="submit"
              name="assistantId"
              value={assistantId}
              aria-label={t("to", { name })}
              className={i === 0 ? "row-act" : "row-go"}
            >
              {t("open")}
            </button>
          </li>
        ))}
      </ul>
    </Form>
  );

  function whyWords(because: ReceiverView["because"], until: string | null): string {
    const reason = t(`reason.${because}`);
    return until ? t("until", { reason, time: until }) : reason;
  }
}
