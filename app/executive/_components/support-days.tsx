import { useFormatter, useTranslations } from "next-intl";
import { SlotIcon, type SlotMark, slotStyle } from "@/components/ui/layout/badge";
import { cx } from "@/components/ui/layout/cx";
import type { SupportDay, SupportPart } from "@/lib/coverage/serving/queries-week";
import { type Day, dayToDate } from "@/lib/time/day";
import { hoursText } from "@/lib/time/hours";

const MARK: Record<SupportPart["status"], SlotMark> = {
  own: "own",
  cover: "cover",
  gap: "gap",
  not_needed: "none",
};

type Names = Record<string, string>;
type SupportDaysProps = { days: SupportDay[]; today: Day; dutyNames: Names };

/** Who is there on the coming days, half-days apart where they differ. */
export function SupportDays({ days, today, dutyNames }: SupportDaysProps) {
  const t = useTranslations("executive");
  const format = useFormatter();
  return (
    <ol className="grid">
      {days.map((day) => (
        <li key={day.on} className="grid grid-cols-[92px_1fr] items-center gap-3 border-b border-line py-1.5">
          <p className="text-sm">
            <span className="block font-medium first-letter:uppercase">
              {day.on === today
                ? t("today")
                : format.dateTime(dayToDate(day.on), { weekday: "short", timeZone: "UTC" })}
            </span>
            <span className="tnum block text-xs text-ink-2">
              {format.dateTime(dayToDate(day.on), { day: "numeric", month: "short", timeZone: "UTC" })}
            </span>
          </p>
          <DayParts day={day} dutyNames={dutyNames} />
        </li>
      ))}
    </ol>
  );
}

function DayParts({ day, dutyNames }: { day: SupportDay; dutyNames: Names }) {
  const t = useTranslations("executive");
  const [am, pm] = day.parts;
  if (!am || !pm) return null;
  if (day.holiday) return <p className="text-sm text-ink-2">{`${t("holiday")}: ${day.holiday}`}</p>;
  if (isAlike(am, pm)) return <Part part={am} label="allDay" dutyNames={dutyNames} />;
  return (
    <div className="grid gap-1 sm:grid-cols-2">
      <Part part={am} label="am" dutyNames={dutyNames} />
      <Part part={pm} label="pm" dutyNames={dutyNames} />
    </div>
  );
}

function isAlike(am: SupportPart, pm: SupportPart): boolean {
  const sign = ({ part: _, ...rest }: SupportPart) => JSON.stringify(rest);
  return sign(am) === sign(pm);
}

type PartProps = { part: SupportPart; label: "allDay" | "am" | "pm"; dutyNames: Names };

function Part({ part, label, dutyNames }: PartProps) {
  const t = useTranslations("executive");
  const words = part.assistantName ?? t(part.status === "gap" ? "gap" : "notNeeded");
  return (
    <div
      className={cx("flex min-h-9 items-center gap-2 rounded-md px-2 text-sm", slotStyle[MARK[part.status]])}
    >
      <SlotIcon mark={MARK[part.status]} />
      {part.pieces.length > 0 ? (
        <Pieces part={part} dutyNames={dutyNames} />
      ) : (
        <span className="min-w-0 flex-1 truncate">{words}</span>
      )}
      {part.status === "cover" && <span className="text-xs">{t("cover")}</span>}
      {label !== "allDay" && <span className="text-xs">{t(label)}</span>}
    </div>
  );
}

/** Who is there for which hours and duties of a half-day that is not one whole. */
function Pieces({ part, dutyNames }: { part: SupportPart; dutyNames: Names }) {
  const t = useTranslations("executive");
  const format = useFormatter();
  return (
    <ul className="min-w-0 flex-1 py-1">
      {part.ownName && <li>{part.ownName}</li>}
      {part.pieces.map(({ window, dutyIds, assistantName }) => {
        const duties = dutyIds.map((id) => dutyNames[id] ?? id);
        const extent = [
          ...(window ? [hoursText(window)] : []),
          ...(duties.length > 0 ? [format.list(duties, { type: "unit" })] : []),
        ];
        return (
          <li key={JSON.stringify([window, dutyIds])}>
            {assistantName ?? t("gapPart")}: {extent.join(", ")}
          </li>
        );
      })}
    </ul>
  );
}
