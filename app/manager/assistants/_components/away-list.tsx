import { useTranslations } from "next-intl";
import { DayText } from "@/components/ui/layout/day-text";
import type { HalfDayRange } from "@/lib/time/half-day";

/** When an assistant is away, without why. */
export function AwayList({ away }: { away: HalfDayRange[] }) {
  const t = useTranslations("people.assistants");
  if (away.length === 0) return <p className="text-ink-2">{t("awayNone")}</p>;
  return (
    <ul className="grid gap-1">
      {away.map((range) => (
        <li key={range.from + range.fromPart}>
          <Range range={range} />
        </li>
      ))}
    </ul>
  );
}

function Range({ range: { from, fromPart, to, toPart } }: { range: HalfDayRange }) {
  const t = useTranslations("common.date");
  if (from === to) {
    return (
      <>
        <DayText day={from} /> {fromPart === toPart && t(fromPart)}
      </>
    );
  }
  return (
    <>
      <DayText day={from} /> {fromPart === "pm" && t("pm")} – <DayText day={to} />{" "}
      {toPart === "am" && t("am")}
    </>
  );
}
