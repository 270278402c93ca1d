"use client";
import { CircleDashed, Sparkles } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { startTransition, useOptimistic } from "react";
import { useRangeWords } from "@/components/time/use-range-words";
import { Button } from "@/components/ui/forms/button";
import { StopButton } from "@/components/ui/forms/stop-button";
import type { FillResultView, FillView } from "@/lib/schedules/fills/schema";
import { day } from "@/lib/time/day";
import { useSchedule } from "../schedule-context";
import { useFillActs } from "./use-fill-acts";

type FillStripProps = { fill: FillView; onReview: () => void };

/** Within so long a second press is a slip. */
const DOUBLE_PRESS_MS = 400;

/** A fill that goes on or waits for a decision: what it brings, how good it is known to be, and what can be done with it. */
export function FillStrip({ fill, onReview }: FillStripProps) {
  const t = useTranslations("schedule.fill");
  const { keep, discard, stop } = useFillActs(fill.poolId);
  const [decided, decide] = useOptimistic<"keep" | "discard" | null>(null);
  const chosen = useChosenWords(fill);
  const { result } = fill;
  // It stays in its place until the week is drawn anew, so that a second press falls on nothing else.
  const deciding = (what: "keep" | "discard") => ({
    isPending: decided === what,
    isDisabled: decided !== null && decided !== what,
    onPress: () =>
      startTransition(async () => {
        decide(what);
        await (what === "keep" ? keep : discard)(fill.id);
        await new Promise((resolve) => setTimeout(resolve, DOUBLE_PRESS_MS));
      }),
  });
  return (
    <section
      aria-label={t("label")}
      className="flex min-h-10 shrink-0 flex-wrap items-center gap-x-3 gap-y-1 border-b border-line bg-plan-bg px-4 py-1 text-sm text-plan-ink print:hidden"
    >
      <p role="status" className="flex min-w-0 flex-1 basis-64 items-center gap-2">
        {fill.status === "running" ? (
          <CircleDashed aria-hidden className="size-4 shrink-0 animate-spin motion-reduce:animate-none" />
        ) : (
          <Sparkles aria-hidden className="size-4 shrink-0 text-plan-bar" />
        )}
        <span className="min-w-0">
          <span className="font-semibold">{result ? summaryOf(result, t) : t(`state.${fill.status}`)}</span>{" "}
          <span>
            {fill.status === "running" ? t(`stage.${fill.stage}`) : result && `${proofOf(result, t)}.`}
          </span>{" "}
          <span className="text-ink-2">{chosen}</span>
        </span>
      </p>
      <div className="flex flex-wrap items-center gap-1.5 max-board:w-full">
        {fill.status === "running" && (
          <StopButton
            className="h-7 text-plan-ink hover:text-plan-ink"
            onPress={() => startTransition(() => stop(fill.id))}
          >
            {t("stop")}
          </StopButton>
        )}
        {fill.status !== "running" && (
          <Button variant="ghost" className="h-7 text-plan-ink hover:text-plan-ink" {...deciding("discard")}>
            {t("discard")}
          </Button>
        )}
        {result && (
          <Button className="h-7 border-plan-bar bg-plan-bg text-plan-ink" onPress={onReview}>
            {t("review")}
          </Button>
        )}
        {result && result.shifts.length > 0 && (
          <Button variant="primary" className="h-7" {...deciding("keep")}>
            {t("keep", { count: result.shifts.length })}
          </Button>
        )}
      </div>
    </section>
  );
}

function useChosenWords({ from, to, roleIds }: FillView): string {
  const t = useTranslations("schedule.fill");
  const { roles } = useSchedule();
  const rangeWords = useRangeWords();
  const format = useFormatter();
  const isAll = roleIds === null || roleIds.length >= roles.size;
  const names = isAll ? [] : roleIds.map((id) => roles.get(id)?.name ?? "");
  const range = rangeWords({ from: day(from), fromPart: "am", to: day(to), toPart: "pm" });
  return t("chosen", { range, roles: isAll ? t("everyRole") : format.list(names, { type: "unit" }) });
}

type Words = ReturnType<typeof useTranslations<"schedule.fill">>;

function summaryOf({ shifts, holes, holesBefore }: FillResultView, t: Words): string {
  return shifts.length === 0
    ? t("nothing", { holes: holes.length })
    : t("summary", { shifts: shifts.length, holes: holes.length, before: holesBefore });
}

/** How good a fill is proven to be, in words. */
export function proofOf({ proof, gapPercent, isFewestHoles }: FillResultView, t: Words): string {
  if (proof === "optimal") return t("optimal");
  if (isFewestHoles && gapPercent !== null) return t("within", { percent: gapPercent / 100 });
  return t("heuristic");
}
