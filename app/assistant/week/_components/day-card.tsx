import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { Badge, SlotIcon, slotStyle } from "@/components/ui/badge";
import { cx } from "@/components/ui/cx";
import type { WeekDay, WeekDesk, WeekPart } from "@/lib/coverage/week";
import { dayToDate } from "@/lib/time/day";

type DayCardProps = { day: WeekDay; isToday: boolean };

/** One day of an assistant: hours, then the whole day or its halves with the people to support. */
export function DayCard({ day, isToday }: DayCardProps) {
  const t = useTranslations("week");
  const format = useFormatter();
  const date = dayToDate(day.on);
  return (
    <li
      aria-current={isToday ? "date" : undefined}
      className={cx(
        "grid content-start gap-2 rounded-lg border p-3",
        isToday ? "border-accent" : "border-line",
      )}
    >
      <h2 className="flex flex-wrap items-baseline gap-x-2">
        <span className="font-semibold capitalize">
          {format.dateTime(date, { weekday: "long", timeZone: "UTC" })}
        </span>
        <span className="tnum text-sm text-ink-2">
          {format.dateTime(date, { day: "numeric", month: "short", timeZone: "UTC" })}
        </span>
        {isToday && <span className="ml-auto text-xs font-semibold text-accent">{t("today")}</span>}
      </h2>
      <p className="tnum text-sm text-ink-2">{useHoursWords(day)}</p>
      {groupsOf(day).map((group) => (
        <PartGroup key={group.label} label={group.label} part={group.part} />
      ))}
    </li>
  );
}

function useHoursWords(day: WeekDay): string {
  const t = useTranslations("week");
  if (day.holiday) return `${t("dayOff")}: ${day.holiday}`;
  if (!day.hours) return t("noHours");
  return t("hours", { from: clock(day.hours.startsAtMinute), to: clock(day.hours.endsAtMinute) });
}

function clock(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
}

type Group = { label: "allDay" | "am" | "pm"; part: WeekPart };

function groupsOf({ parts }: WeekDay): Group[] {
  const [am, pm] = parts;
  if (!am || !pm) return [];
  if (isAlike(am, pm)) return am.state === "off" ? [] : [{ label: "allDay", part: am }];
  return [
    { label: "am" as const, part: am },
    { label: "pm" as const, part: pm },
  ].filter(({ part }) => part.state !== "off" || part.desks.length > 0);
}

function isAlike(am: WeekPart, pm: WeekPart): boolean {
  const sign = (part: WeekPart) =>
    JSON.stringify([part.state, part.desks.map((d) => [d.executiveId, d.kind]), part.coveredByOthers]);
  return sign(am) === sign(pm);
}

function PartGroup({ label, part }: Group) {
  const t = useTranslations("week");
  return (
    <section className="grid gap-1.5" aria-label={t(label)}>
      {label !== "allDay" && <h3 className="text-xs font-medium text-ink-2">{t(label)}</h3>}
      {part.state === "away" && <Away part={part} />}
      {part.state === "work" && part.desks.length === 0 && (
        <p className="text-sm text-ink-2">{t("freeDay")}</p>
      )}
      <ul className="grid gap-1.5">
        {[...part.desks].sort(coverFirst).map((desk) => (
          <Desk key={desk.executiveId} desk={desk} />
        ))}
      </ul>
    </section>
  );
}

function coverFirst(a: WeekDesk, b: WeekDesk): number {
  return a.kind.localeCompare(b.kind);
}

function Desk({ desk }: { desk: WeekDesk }) {
  const t = useTranslations("week");
  const why = desk.coverFor ? t("coverFor", { name: desk.coverFor }) : t("coverOpen");
  return (
    <li className={cx("flex items-start gap-2 rounded-md px-2 py-1.5 text-sm", slotStyle[desk.kind])}>
      <SlotIcon mark={desk.kind} className="mt-0.5" />
      <span className="grid min-w-0">
        {desk.kind === "cover" ? (
          <Link
            href={`/assistant/handovers?desk=${desk.executiveId}`}
            className="font-medium underline underline-offset-2 touch:flex touch:min-h-11 touch:items-center"
          >
            {desk.name}
          </Link>
        ) : (
          <span className="font-medium">{desk.name}</span>
        )}
        <span className="text-xs">
          {desk.kind === "cover" ? `${t("cover")} · ${why}` : desk.title || t("own")}
        </span>
      </span>
    </li>
  );
}

function Away({ part }: { part: WeekPart }) {
  const t = useTranslations("week");
  return (
    <div className="grid gap-1.5 text-sm">
      <p>
        <Badge tone="outline" icon={null}>
          {t("away")}
        </Badge>
      </p>
      {part.coveredByOthers.length > 0 && (
        <ul aria-label={t("whileAway")} className="grid gap-1 text-xs text-ink-2">
          {part.coveredByOthers.map(({ executiveId, name, coveredBy }) => (
            <li key={executiveId}>
              {coveredBy
                ? t("coveredBy", { executive: name, name: coveredBy })
                : t("notCovered", { executive: name })}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
