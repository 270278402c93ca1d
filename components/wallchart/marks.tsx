import { ArrowRightLeft } from "lucide-react";
import { cx } from "@/components/ui/layout/cx";
import type { AwaySpan } from "@/lib/absences/wallchart/rules";
import type { WallchartPerson } from "@/lib/absences/wallchart/schema";
import { hoursText } from "@/lib/time/hours";
import { hoursOfSpan, type Place, placeOf } from "./geometry";
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
  const place = placeOf(span[0], span[1], hours, dayCount);
  const isAsked = span[3] === "requested";
  const hasRoom = !isYear && !hours && place.width > LABEL_FROM_PERCENT;
  return (
    <>
      <span
        title={words.ofAway(span)}
        style={styleOf(place)}
        className={cx(
          "chart-bar",
          hours && "chart-bar-hours",
          !hasRoom && "chart-bar-narrow",
          isAsked && "chart-bar-asked",
        )}
      >
        {isAsked && !isYear && !hours && (
          <span aria-hidden className="font-semibold">
            ?
          </span>
        )}
        {hasRoom && <span className="truncate">{words.typeOf(span[2])}</span>}
      </span>
      {hours && !isYear && (
        <span
          aria-hidden
          style={{ left: `${(100 * Math.floor(span[0] / 2)) / dayCount}%` }}
          className="chart-hours"
        >
          {hoursText({ startMinute: hours.start, endMinute: hours.end })}
        </span>
      )}
    </>
  );
}

/** Whom a person covers, as a second line below their absences. */
export function CoverSpans({ person, dayCount, isYear, words }: SpansProps) {
  return (person.covers ?? []).map((cover, i) => {
    const hours = cover[3] === null || cover[4] === null ? null : { start: cover[3], end: cover[4] };
    const place = placeOf(cover[0], cover[1], hours, dayCount);
    return (
      <span
        // biome-ignore lint/suspicious/noArrayIndexKey: covers of one person may begin together, and their order is fixed
        key={i}
        title={words.ofCover(cover)}
        style={styleOf(place)}
        className="chart-cover"
      >
        {!isYear && <ArrowRightLeft aria-hidden className="size-3 shrink-0" />}
        {!isYear && place.width > LABEL_FROM_PERCENT && <span className="truncate">{cover[2]}</span>}
      </span>
    );
  });
}

function styleOf({ left, width }: Place) {
  return { left: shortPercent(left), width: shortPercent(width) };
}

function shortPercent(value: number): string {
  return `${Math.round(value * 1000) / 1000}%`;
}
