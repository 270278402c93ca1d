"use client";
import { useTranslations } from "next-intl";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { useRangeWords } from "@/components/time/use-range-words";
import { SlotBadge } from "@/components/ui/layout/badge";
import { Notice } from "@/components/ui/layout/notice";
import type { CardExecutive } from "@/lib/coverage/leave-cover/rules-card";
import type { BookingPreview } from "@/lib/training/enrolments/queries-preview";
import { BookForm, type Gives } from "./book-form";
import { InviteForm } from "./invite-form";

type BookingPanelProps = { preview: BookingPreview; sessionId: string; gives: Gives };

/** What a seat for somebody would do, and the one button for seat and cover. */
export function BookingPanel({ preview, sessionId, gives }: BookingPanelProps) {
  const t = useTranslations("training.booking");
  const words = useRefusalWords();
  const { name, refusal, executives, covers, gaps } = preview;
  if (refusal) return <Notice tone="gap">{words(refusal)}</Notice>;
  return (
    <div className="grid gap-3">
      {gives !== "interest" && (
        <p className="text-sm text-ink-2">
          {executives.length === 0
            ? t("nobodyLeft", { name })
            : t("leaves", { name, count: executives.length })}
        </p>
      )}
      {executives.length > 0 && (
        <ul>
          {executives.flatMap((executive) =>
            executive.runs.map((run) => <Run key={JSON.stringify(run)} executive={executive} run={run} />),
          )}
        </ul>
      )}
      <BookForm
        key={preview.assistantId}
        sessionId={sessionId}
        assistantId={preview.assistantId}
        name={name}
        covers={covers}
        gaps={gaps.map(({ executiveId, on, part }) => ({ executiveId, on, part }))}
        gives={gives}
      />
      {gives === "seat" && gaps.length === 0 && (
        <InviteForm
          key={`invite ${preview.assistantId}`}
          {...{ sessionId, name }}
          assistantId={preview.assistantId}
        />
      )}
    </div>
  );
}

function Run({ executive, run }: { executive: CardExecutive; run: CardExecutive["runs"][number] }) {
  const t = useTranslations("training.cover");
  const rangeWords = useRangeWords();
  const isOpen = run.state === "gap";
  return (
    <li className="flex items-center gap-2 border-b border-hair py-2">
      <p className="grid min-w-0 flex-1 text-sm">
        <span className="truncate font-medium">{executive.name}</span>
        <span className="tnum truncate text-xs text-ink-2">{rangeWords(run)}</span>
      </p>
      <SlotBadge mark={isOpen ? "gap" : "plan"}>{isOpen ? t("open") : run.name}</SlotBadge>
    </li>
  );
}
