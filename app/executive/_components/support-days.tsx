import { useFormatter, useTranslations } from "next-intl";
import { SlotIcon, type SlotMark, slotStyle } from "@/components/ui/badge";
import { cx } from "@/components/ui/cx";
import type { SupportDay, SupportPart } from "@/lib/coverage/week";
import { type Day, dayToDate } from "@/lib/time/day";

const MARK: Record<SupportPart["status"], SlotMark> = {
  own: "own",
  cover: "cover",
  gap: "gap",
  not_needed: "none",
};

/** Who is there on the coming days, half-days apart where they differ. */
export function SupportDays({ days, today }: { days: SupportDay[]; today: Day }) {
  const t = useTranslations("executive");
  const format = useFormatter();
  return (
    <ol className="grid">
      {days.map((day) => (
        <li key={day.on} className="grid grid-cols-[92px_1fr] items-center gap-3 border-b border-line py-1.5">
          <p className="text-sm">
            <span className="block font-medium capitalize">
              {day.on === today
                ? t("today")
                : format.dateTime(dayToDate(day.on), { weekday: "short", timeZone: "UTC" })}
            </span>
            <span className="tnum block text-xs text-ink-2">
              {format.dateTime(dayToDate(day.on), { day: "numeric", month: "short", timeZone: "UTC" })}
            </span>
          </p>
          <DayParts day={day} />
        </li>
      ))}
    </ol>
  );
}

function DayParts({ day }: { day: SupportDay }) {
  const t = useTranslations("executive");
  const [am, pm] = day.parts;
  if (!am || !pm) return null;
  if (day.holiday) return <p className="text-sm text-ink-2">{`${t("holiday")}: ${day.holiday}`}</p>;
  if (am.status === pm.status && am.assistantName === pm.assistantName)
    return <Part part={am} label="allDay" />;
  return (
    <div className="grid gap-1 sm:grid-cols-2">
      <Part part={am} label="am" />
      <Part part={pm} label="pm" />
    </div>
  );
}

function Part({ part, label }: { part: SupportPart; label: "allDay" | "am" | "pm" }) {
  const t = useTranslations("executive");
  const words = part.assistantName ?? t(part.status === "gap" ? "gap" : "notNeeded");
  return (
    <p
      className={cx("flex min-h-9 items-center gap-2 rounded-md px-2 text-sm", slotStyle[MARK[part.status]])}
    >
      <SlotIcon mark={MARK[part.status]} />
      <span className="min-w-0 flex-1 truncate">{words}</span>
      {part.status === "cover" && <span className="text-xs">{t("cover")}</span>}
      {label !== "allDay" && <span className="text-xs">{t(label)}</span>}
    </p>
  );
}
