import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useDayWords } from "@/components/time/use-day-words";
import { cx } from "@/components/ui/layout/cx";
import type { DrawnClock, DrawnPart } from "@/lib/requests/levels/rules-drawing";
import type { DrawnTry } from "@/lib/requests/levels/service";

/** Lunch and night take so many minutes of room, however long they are. */
const FOLD_MINUTES = 30;

type Axis = { share: (minute: number) => number };

/** The axis of running minutes: between two stretches of support time is folded. */
function axisOf(days: DrawnTry["days"]): Axis {
  const stretches = days.flatMap(({ hours }) => hours);
  const total =
    stretches.reduce((sum, { start, end }) => sum + end - start, 0) +
    FOLD_MINUTES * Math.max(0, stretches.length - 1);
  return {
    share: (minute) => {
      let before = 0;
      for (const { start, end } of stretches) {
        if (minute <= start) return before / total;
        if (minute <= end) return (before + minute - start) / total;
        before += end - start + FOLD_MINUTES;
      }
      return 1;
    },
  };
}

const LOOKS: Record<DrawnPart["look"] | "hours", string> = {
  used: "bg-ink-2",
  paused:
    "border border-line bg-[repeating-linear-gradient(-45deg,var(--color-line)_0_2px,transparent_2px_6px)]",
  left: "border border-ink-2",
  hours: "bg-sunken",
};

/** The promises on the hours of the executive, and what the second would be without its wait. */
export function TryDrawing({ drawn, timeZone }: { drawn: DrawnTry; timeZone: string }) {
  const t = useTranslations("requests.levels");
  const dayWords = useDayWords();
  const format = useFormatter();
  const axis = axisOf(drawn.days);
  if (drawn.days.length === 0) return <p className="text-sm text-ink-2">{t("noHours")}</p>;
  const moment = (minute: number) => format.dateTime(new Date(minute * 60_000), "moment", { timeZone });
  const rows: [string, DrawnClock | null][] = [
    [t("moment.answer"), drawn.answer],
    [t("moment.resolve"), drawn.resolve],
    [t("withoutWait"), drawn.pausedMinutes > 0 ? drawn.unpaused : null],
  ];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section className="min-w-0 overflow-x-auto" tabIndex={0} aria-label={t("drawing")}>
      <div className="min-w-[36rem] border-t border-line">
        <Line label="">
          <span className="relative block h-6 text-xs font-semibold">
            {drawn.days.map(({ on, hours }) => (
              <span
                key={on}
                className="absolute whitespace-nowrap"
                style={{ left: percent(axis, hours[0]?.start) }}
              >
                {dayWords(on)}
              </span>
            ))}
          </span>
        </Line>
        <Line label={t("supportHours")}>
          <Bar
            axis={axis}
            parts={drawn.days.flatMap(({ hours }) => hours.map((one) => ({ ...one, look: "hours" })))}
          />
        </Line>
        {rows.map(
          ([label, clock]) =>
            clock && (
              <Line key={label} label={label}>
                <Bar axis={axis} parts={clock.parts} />
                {clock.dueAt !== null && (
                  <span
                    className="tnum absolute top-7 text-xs font-semibold whitespace-nowrap text-accent-text"
                    style={dueStyle(axis.share(clock.dueAt))}
                  >
                    {t("dueAt", { at: moment(clock.dueAt) })}
                  </span>
                )}
              </Line>
            ),
        )}
      </div>
    </section>
  );
}

function dueStyle(share: number) {
  return share > 0.5 ? { right: `${100 * (1 - share)}%` } : { left: `${100 * share}%` };
}

function percent(axis: Axis, minute = 0): string {
  return `${100 * axis.share(minute)}%`;
}

function Line({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="grid grid-cols-[7.5rem_minmax(0,1fr)] items-center border-b border-hair py-2">
      <span className="text-xs text-ink-2">{label}</span>
      <div className={cx("relative", label && "min-h-12")}>{children}</div>
    </div>
  );
}

type BarProps = { axis: Axis; parts: { start: number; end: number; look: keyof typeof LOOKS }[] };

function Bar({ axis, parts }: BarProps) {
  return (
    <span aria-hidden className="absolute inset-x-0 top-1 block h-5">
      {parts.map(({ start, end, look }) => (
        <span
          key={start}
          className={cx("absolute h-full rounded-sm forced-colors:border", LOOKS[look])}
          style={{ left: percent(axis, start), width: `${100 * (axis.share(end) - axis.share(start))}%` }}
        />
      ))}
    </span>
  );
}
