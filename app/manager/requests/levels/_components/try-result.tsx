import { Check, Hourglass, type LucideIcon, Timer, TriangleAlert } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { cx } from "@/components/ui/layout/cx";
import type { ClockView } from "@/lib/requests/levels/schema-clock";
import type { DrawnTry } from "@/lib/requests/levels/service";
import { TryDrawing } from "./try-drawing";

type TryResultProps = { drawn: DrawnTry; name: string; timeZone: string };

const ICONS: Record<ClockView["state"], LucideIcon> = {
  kept: Check,
  missed: TriangleAlert,
  running: Timer,
  paused: Hourglass,
};

/** What a level shows after the steps: the two promises as figures, and drawn on the executive's hours. */
export function TryResult({ drawn, name, timeZone }: TryResultProps) {
  const t = useTranslations("requests.levels");
  const { level, pausedMinutes } = drawn;
  return (
    <div className="min-w-0">
      <div className="grid border-b border-line max-md:border-t md:grid-cols-3 md:divide-x md:divide-hair">
        <Figure title={t("moment.answer")} clock={level.answer} timeZone={timeZone} />
        <Figure title={t("moment.resolve")} clock={level.resolve} timeZone={timeZone} />
        <div className="grid content-start gap-1 px-(--edge) py-4 md:px-6">
          <h2 className="text-xs text-ink-2">{t("paused")}</h2>
          <p className="tnum text-[1.75rem] leading-8 font-semibold tracking-tight">
            {clockOf(pausedMinutes)}
          </p>
          <p className="text-xs text-ink-2">{t("pausedExplain")}</p>
        </div>
      </div>
      <div className="px-(--edge) py-5 md:px-6">
        <h2 className="text-sm font-semibold">{t("drawing")}</h2>
        <p className="pb-4 text-xs text-ink-2">{t("drawingExplain", { name })}</p>
        <TryDrawing drawn={drawn} timeZone={timeZone} />
      </div>
    </div>
  );
}

function clockOf(minutes: number): string {
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}`;
}

function Figure({ title, clock, timeZone }: { title: string; clock: ClockView | null; timeZone: string }) {
  const t = useTranslations("requests.levels");
  const format = useFormatter();
  const Icon = clock && ICONS[clock.state];
  return (
    <div className="grid content-start gap-1 px-(--edge) py-4 md:px-6">
      <h2 className="text-xs text-ink-2">{title}</h2>
      <p className="text-[1.75rem] leading-8 font-semibold tracking-tight">
        {clock ? t(`state.${clock.state}`) : t("state.none")}
      </p>
      {clock && Icon && (
        <p className="tnum flex items-center gap-2 text-xs text-ink-2">
          <Icon aria-hidden className={cx("size-4 shrink-0", clock.state === "missed" && "text-gap-bar")} />
          {t("used", { used: clockOf(clock.usedMinutes), target: clockOf(clock.targetMinutes) })}
          {clock.dueAt && (
            <span>{t("dueAt", { at: format.dateTime(new Date(clock.dueAt), "moment", { timeZone }) })}</span>
          )}
        </p>
      )}
    </div>
  );
}
