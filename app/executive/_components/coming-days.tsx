import { ArrowRightLeft, TriangleAlert } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import type { CSSProperties } from "react";
import { useExtentWords } from "@/app/_shared/coverage/use-extent-words";
import { useDayWords } from "@/components/time/use-day-words";
import { useRangeWords } from "@/components/time/use-range-words";
import { firstNameOf } from "@/components/ui/layout/avatar";
import { cx } from "@/components/ui/layout/cx";
import type { SupportDay } from "@/lib/coverage/serving/queries-support";
import { type Day, dayToDate } from "@/lib/time/day";
import { type DayStretch, stretchesOf, supportDays } from "./day-stretches";

const DAYS_SHOWN = 10;

type ComingDaysProps = { days: readonly SupportDay[]; today: Day; dutyNames: Record<string, string> };

/** Who is there on the coming ten working days, in one row of bars; six of them at once on a phone. */
export function ComingDays({ days, today, dutyNames }: ComingDaysProps) {
  const t = useTranslations("executive");
  const format = useFormatter();
  const shown = supportDays(days, DAYS_SHOWN);
  const stretches = stretchesOf(shown);
  return (
    <section aria-labelledby="coming" className="border-line md:border-y md:pt-2 md:pb-3">
      <h2 id="coming" className="px-4 pt-5 pb-1 text-xs font-medium text-ink-3 md:sr-only">
        {t("coming")}
      </h2>
      <section
        aria-labelledby="coming"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
        tabIndex={0}
        className="overflow-x-auto px-3.5 pb-1 [scrollbar-width:none] md:px-0"
      >
        <div className="min-w-[166%] md:min-w-0" style={{ "--days": shown.length } as CSSProperties}>
          <div
            aria-hidden
            className="tnum grid grid-cols-[repeat(var(--days),minmax(0,1fr))] text-xs leading-6 text-ink-3"
          >
            {shown.map(({ on }) => (
              <span
                key={on}
                className={cx("truncate pl-1.5 md:pl-3", on === today && "font-semibold text-accent-text")}
              >
                {on === today
                  ? t("today")
                  : format.dateTime(dayToDate(on), { weekday: "short", day: "numeric", timeZone: "UTC" })}
              </span>
            ))}
          </div>
          <ol className="grid grid-cols-[repeat(calc(2*var(--days)),minmax(0,1fr))]">
            {stretches.map((stretch) => (
              <Stretch key={stretch.start} stretch={stretch} />
            ))}
          </ol>
        </div>
      </section>
      <Pieces stretches={stretches} dutyNames={dutyNames} />
    </section>
  );
}

const bars: Record<DayStretch["status"], string> = {
  own: "text-ink-2",
  cover: "bg-cover-bg font-medium text-cover-ink forced-colors:border",
  gap: "bg-gap-bg font-semibold text-gap-ink hatch forced-colors:border",
  not_needed: "text-ink-3",
  holiday: "text-ink-3",
};

function Stretch({ stretch }: { stretch: DayStretch }) {
  const t = useTranslations("executive");
  const rangeWords = useRangeWords();
  const { status, name, span, start, from, to } = stretch;
  const range = { from: from.on, fromPart: from.part, to: to.on, toPart: to.part };
  const words = status === "gap" ? t("gap") : (name ?? t("notNeeded"));
  const said = `${rangeWords(range)}: ${words}${status === "cover" ? `, ${t("cover")}` : ""}`;
  return (
    <li
      title={said}
      style={{ gridColumn: `${start} / span ${span}` }}
      className={cx(
        "relative mx-0.5 flex h-9 min-w-0 items-center gap-1 rounded-md px-1 text-xs md:h-8 md:gap-1.5 md:px-2 md:text-sm",
        bars[status],
      )}
    >
      <span className="sr-only">{said}</span>
      <BarWords stretch={stretch} words={words} />
    </li>
  );
}

/** What is seen of a bar, in the room it has. */
function BarWords({ stretch: { status, name, span, to }, words }: { stretch: DayStretch; words: string }) {
  const t = useTranslations("executive");
  const dayWords = useDayWords();
  const isShort = span <= 2;
  const short = status === "not_needed" ? "–" : words;
  return (
    <span aria-hidden className="contents">
      {status === "cover" && <ArrowRightLeft className="size-3.5 shrink-0 text-cover-bar" />}
      {status === "gap" && <TriangleAlert className="size-3.5 shrink-0 text-gap-bar" />}
      {isShort && name && status !== "holiday" ? (
        <>
          <span className="truncate md:hidden">{firstNameOf(name)}</span>
          <span className="truncate max-md:hidden">{shortName(name)}</span>
        </>
      ) : (
        <span className={cx("truncate", isShort && status === "gap" && "text-xs max-md:hidden")}>
          {isShort ? short : words}
        </span>
      )}
      {status === "own" && !isShort && <span className="h-px min-w-0 flex-1 bg-line" />}
      {status === "cover" && span >= 6 && (
        <span className="ml-auto text-xs font-normal whitespace-nowrap max-md:hidden">
          {t("coverUntil", { day: dayWords(to.on) })}
        </span>
      )}
    </span>
  );
}

/** "Malin E." where a bar is a day or less. */
function shortName(name: string): string {
  const last = name.split(/\s+/).slice(1).at(-1);
  return last ? `${firstNameOf(name)} ${last.charAt(0)}.` : name;
}

/** Half-days that are not one whole, in words: who is there in which hours and for which duties. */
function Pieces({
  stretches,
  dutyNames,
}: {
  stretches: readonly DayStretch[];
  dutyNames: Record<string, string>;
}) {
  const t = useTranslations("executive");
  const format = useFormatter();
  const rangeWords = useRangeWords();
  const extentWords = useExtentWords(dutyNames);
  const inParts = stretches.filter(({ pieces }) => pieces.length > 0);
  if (inParts.length === 0) return null;
  return (
    <ul className="grid gap-0.5 px-4 pt-2 text-xs text-ink-2 md:px-3">
      {inParts.map(({ start, from, to, pieces }) => {
        const range = { from: from.on, fromPart: from.part, to: to.on, toPart: to.part };
        const lines = pieces.map(({ window, dutyIds, assistantName }) => {
          const extent = format.list(extentWords({ window, dutyIds }), { type: "unit" });
          return [assistantName ?? t("gapPart"), extent].filter(Boolean).join(" ");
        });
        return <li key={start}>{`${rangeWords(range)}: ${lines.join("; ")}`}</li>;
      })}
    </ul>
  );
}
