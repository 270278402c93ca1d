import { useFormatter } from "next-intl";

/** A calendar day as one reads it: "17 August 2026". */
export function DayText({ day }: { day: string }) {
  const format = useFormatter();
  return (
    <time dateTime={day} className="tnum whitespace-nowrap">
      {format.dateTime(new Date(`${day}T00:00:00Z`), "dayYear", { timeZone: "UTC" })}
    </time>
  );
}
