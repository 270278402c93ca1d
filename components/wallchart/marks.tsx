import { ArrowLeftRight } from "lucide-react";
import { cx } from "@/components/ui/layout/cx";
import type { AwaySpan } from "@/lib/absences/wallchart/rules";
import type { WallchartPerson } from "@/lib/absences/wallchart/schema";
import { hoursText } from "@/lib/time/hours";
import { hoursOfSpan, placeOf } from "./geometry";
import type { SpanWords } from "./words";

type SpansProps = { person: WallchartPerson; dayCount: number; isYear: boolean; words: SpanWords };

const LABEL_FROM_PERCENT = 5;

/** What a person's absences look like: filled when approved, dashed with a question mark when only asked for. */
export function AwaySpans({ person, dayCount, isYear, words }: SpansProps) {
  return person.away.map((span) => (
    <AwayMark key={`${span[0]} ${span[4] ?? ""}`} {...{ span, dayCount, isYear, words }} />
  ));
}

type AwayMarkProps = Omit<SpansProps, "person"> & { span: AwaySpan };

function AwayMark({ span, dayCount, isYear, words }: AwayMarkProps) {
  const hours = hoursOfSpan(span);
  const { left, width } = placeOf(span[0], span[1], hours, dayCount);
  const isAsked = span[3] === "requested";
  const style = { left: `${left}%`, width: `${width}%` };
  const title = words.ofAway(span);
  if (hours) {
    return (
      <>
        <span
          title={title}
          style={style}
          className={cx(mark, "top-[18px] h-[9px] min-w-[3px]", look(isAsked))}
        />
        {!isYear && (
          <span
            aria-hidden
            style={{ left: `${(100 * Math.floor(span[0] / 2)) / dayCount}%` }}
            className="pointer-events-none absolute top-[3px] pl-px text-[11px] leading-[14px] tracking-tight whitespace-nowrap text-ink"
          >
            {hoursText({ startMinute: hours.start, endMinute: hours.end })}
          </span>
        )}
      </>
    );
  }
  const hasRoom = !isYear && width > LABEL_FROM_PERCENT;
  return (
    <span title={title} style={style} className={cx(mark, "top-[3px] h-[24px] min-w-[2px]", look(isAsked))}>
      {isAsked && !isYear && (
        <span aria-hidden className="shrink-0 font-semibold">
          ?
        </span>
      )}
      {hasRoom && <span className="truncate">{words.typeOf(span[2])}</span>}
    </span>
  );
}

const mark =
  "absolute flex items-center gap-1 overflow-hidden rounded-[3px] px-0.5 text-[11px] leading-none [print-color-adjust:exact]";

function look(isAsked: boolean): string {
  return isAsked
    ? "border border-dashed border-ink-2 bg-surface text-ink"
    : "border border-own-bar bg-own-bar/30 text-ink";
}

/** Whom a person covers, as a second line below their absences. */
export function CoverSpans({ person, dayCount, isYear, words }: SpansProps) {
  return (person.covers ?? []).map((cover, i) => {
    const hours = cover[3] === null || cover[4] === null ? null : { start: cover[3], end: cover[4] };
    const { left, width } = placeOf(cover[0], cover[1], hours, dayCount);
    return (
      <span
        // biome-ignore lint/suspicious/noArrayIndexKey: covers of one person may begin together, and their order is fixed
        key={i}
        title={words.ofCover(cover)}
        style={{ left: `${left}%`, width: `${width}%` }}
        className={cx(
          "absolute top-[30px] flex h-[14px] min-w-[2px] items-center gap-0.5 overflow-hidden rounded-[3px] bg-cover-bg text-[11px] leading-none text-cover-ink [print-color-adjust:exact]",
          "border-l-2 border-cover-bar",
        )}
      >
        {!isYear && <ArrowLeftRight aria-hidden className="size-3 shrink-0" />}
        {!isYear && width > LABEL_FROM_PERCENT && <span className="truncate">{cover[2]}</span>}
      </span>
    );
  });
}
