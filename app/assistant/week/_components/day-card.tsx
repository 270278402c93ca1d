import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { Badge, SlotIcon, slotStyle } from "@/components/ui/layout/badge";
import { cx } from "@/components/ui/layout/cx";
import type { WeekDay, WeekExecutive, WeekPart } from "@/lib/coverage/serving/queries-week";
import { dayToDate } from "@/lib/time/day";
import { clockText, hoursText } from "@/lib/time/hours";

type Names = Record<string, string>;

type DayCardProps = { day: WeekDay; isToday: boolean; dutyNames: Names };

/** One day of an assistant: hours, then the whole day or its halves with the people to support. */
export function DayCard({ day, isToday, dutyNames }: DayCardProps) {
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
        <PartGroup key={group.label} label={group.label} part={group.part} dutyNames={dutyNames} />
      ))}
    </li>
  );
}

function useHoursWords(day: WeekDay): string {
  const t = useTranslations("week");
  if (day.holiday) return `${t("dayOff")}: ${day.holiday}`;
  if (!day.hours) return t("noHours");
  return t("hours", { from: clockText(day.hours.startsAtMinute), to: clockText(day.hours.endsAtMinute) });
}

type Group = { label: "allDay" | "am" | "pm"; part: WeekPart };

function groupsOf({ parts }: WeekDay): Group[] {
  const [am, pm] = parts;
  if (!am || !pm) return [];
  if (isAlike(am, pm)) return am.state === "off" ? [] : [{ label: "allDay", part: am }];
  return [
    { label: "am" as const, part: am },
    { label: "pm" as const, part: pm },
  ].filter(({ part }) => part.state !== "off" || part.executives.length > 0);
}

function isAlike(am: WeekPart, pm: WeekPart): boolean {
  const sign = (part: WeekPart) =>
    JSON.stringify([
      part.state,
      part.awayHours,
      part.executives.map((d) => [d.executiveId, d.kind, d.window, d.dutyIds]),
      part.coveredByOthers,
    ]);
  return sign(am) === sign(pm);
}

function PartGroup({ label, part, dutyNames }: Group & { dutyNames: Names }) {
  const t = useTranslations("week");
  return (
    <section className="grid gap-1.5" aria-label={t(label)}>
      {label !== "allDay" && <h3 className="text-xs font-medium text-ink-2">{t(label)}</h3>}
      {part.state === "away" && <Away part={part} dutyNames={dutyNames} />}
      {part.awayHours.length > 0 && <AwayHours part={part} dutyNames={dutyNames} />}
      {part.state === "work" && part.executives.length === 0 && (
        <p className="text-sm text-ink-2">{t("freeDay")}</p>
      )}
      <ul className="grid gap-1.5">
        {[...part.executives].sort(coverFirst).map((executive) => (
          <Executive
            key={JSON.stringify([executive.executiveId, executive.window, executive.dutyIds])}
            executive={executive}
            dutyNames={dutyNames}
          />
        ))}
      </ul>
    </section>
  );
}

function coverFirst(a: WeekExecutive, b: WeekExecutive): number {
  return a.kind.localeCompare(b.kind);
}

function Executive({ executive, dutyNames }: { executive: WeekExecutive; dutyNames: Names }) {
  const t = useTranslations("week");
  const extent = useExtentWords(dutyNames);
  const why = executive.coverFor ? t("coverFor", { name: executive.coverFor }) : t("coverOpen");
  return (
    <li
      className={cx(
        "relative flex items-start gap-2 rounded-md px-2 py-1.5 text-sm",
        slotStyle[executive.kind],
      )}
    >
      <SlotIcon mark={executive.kind} className="mt-0.5" />
      <span className="grid min-w-0">
        {executive.kind === "cover" ? (
          <Link
            href={`/assistant/handovers?executive=${executive.executiveId}`}
            className="font-medium underline underline-offset-2 after:absolute after:inset-0"
          >
            {executive.name}
          </Link>
        ) : (
          <span className="font-medium">{executive.name}</span>
        )}
        <span className="text-xs">
          {executive.kind === "cover"
            ? [t("cover"), ...extent(executive), why].join(" · ")
            : executive.title || t("own")}
        </span>
      </span>
    </li>
  );
}

type PartProps = { part: WeekPart; dutyNames: Names };

function Away({ part, dutyNames }: PartProps) {
  const t = useTranslations("week");
  return (
    <div className="grid gap-1.5 text-sm">
      <p>
        <Badge tone="outline" icon={null}>
          {t("away")}
        </Badge>
      </p>
      <StandIns part={part} dutyNames={dutyNames} />
    </div>
  );
}

/** Hours away of a half-day that is worked, and who stands in then. */
function AwayHours({ part, dutyNames }: PartProps) {
  const t = useTranslations("week");
  return (
    <div className="grid gap-1.5 text-sm">
      <p>
        <Badge tone="outline" icon={null}>
          {t("awayHours", { hours: part.awayHours.map(hoursText).join(", ") })}
        </Badge>
      </p>
      <StandIns part={part} dutyNames={dutyNames} />
    </div>
  );
}

function StandIns({ part, dutyNames }: PartProps) {
  const t = useTranslations("week");
  const extent = useExtentWords(dutyNames);
  if (part.coveredByOthers.length === 0) return null;
  return (
    <ul aria-label={t("whileAway")} className="grid gap-1 text-xs text-ink-2">
      {part.coveredByOthers.map((standIn) => {
        const { executiveId, name, coveredBy, window, dutyIds } = standIn;
        const words = coveredBy
          ? t("coveredBy", { executive: name, name: coveredBy })
          : t("notCovered", { executive: name });
        return (
          <li key={JSON.stringify([executiveId, window, dutyIds])}>
            {[words, ...extent(standIn)].join(" · ")}
          </li>
        );
      })}
    </ul>
  );
}

/** The hours and duties of an executive, where it is not all of them. */
function useExtentWords(names: Names) {
  const format = useFormatter();
  return ({ window, dutyIds }: Pick<WeekExecutive, "window" | "dutyIds">): string[] => [
    ...(window ? [hoursText(window)] : []),
    ...(dutyIds.length > 0
      ? [
          format.list(
            dutyIds.map((id) => names[id] ?? id),
            { type: "unit" },
          ),
        ]
      : []),
  ];
}
