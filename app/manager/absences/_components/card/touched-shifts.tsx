import { useTranslations } from "next-intl";
import { useDayWords } from "@/components/time/use-day-words";
import { Link } from "@/components/ui/layout/link";
import { Section } from "@/components/ui/layout/page";
import { shortHoursText } from "@/lib/time/hours";
import { isoWeekOf } from "@/lib/time/iso-week";
import type { ReadCard } from "./read-card";

const MOST_SHOWN = 8;

/** The published shifts that an absence calls off: which hours, in which role, and where to find who takes them. */
export function TouchedShifts({ shifts }: Pick<ReadCard, "shifts">) {
  const t = useTranslations("cover.shifts");
  const dayWords = useDayWords();
  return (
    <Section title={t("title")} meta={shifts.length}>
      <ul className="-mt-3">
        {shifts.slice(0, MOST_SHOWN).map(({ shift, poolId, calledOff, isOpen, roles }) => {
          const when = `${dayWords(shift.on)}, ${calledOff.map(shortHoursText).join(", ")}`;
          return (
            <li key={shift.id} className="flex min-h-11 items-center gap-3 border-b border-hair text-sm">
              <span className="min-w-0 flex-1">
                <s className="tnum block font-medium">{when}</s>
                <span className="block truncate text-xs text-ink-2">{roles.join(", ")}</span>
              </span>
              {isOpen ? (
                <Link
                  href={`/manager/schedule?week=${isoWeekOf(shift.on)}&pool=${poolId}&shift=${shift.id}`}
                  aria-label={t("findOf", { when })}
                  className="row-go"
                >
                  {t("find")}
                </Link>
              ) : (
                <span className="text-xs text-ink-2">{t("taken")}</span>
              )}
            </li>
          );
        })}
      </ul>
      {shifts.length > MOST_SHOWN && (
        <p className="text-sm text-ink-2">{t("more", { count: shifts.length - MOST_SHOWN })}</p>
      )}
    </Section>
  );
}
