import { ChevronLeft, ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useDaysWords } from "@/components/time/use-days-words";
import { LinkButton } from "@/components/ui/forms/link-button";
import { addDays } from "@/lib/time/day";
import { addWeeks, type IsoWeek, mondayOf, weekNumber } from "@/lib/time/iso-week";

type WeekHeadProps = { week: IsoWeek; thisWeek: IsoWeek; children: ReactNode };

/** The week that is shown between the ways to its neighbours, and what can be done at the right. */
export function WeekHead({ week, thisWeek, children }: WeekHeadProps) {
  const t = useTranslations("common.date");
  const words = useTranslations("week");
  const daysWords = useDaysWords();
  const monday = mondayOf(week);
  const hrefOf = (to: IsoWeek) => (to === thisWeek ? "/assistant/week" : `/assistant/week?week=${to}`);
  return (
    <header className="sticky top-0 z-30 flex h-14 items-center border-b border-line bg-surface px-1 md:h-12 md:px-4 print:static">
      <LinkButton
        href={hrefOf(addWeeks(week, -1))}
        variant="ghost"
        size="icon"
        aria-label={t("previousWeek")}
        icon={<ChevronLeft aria-hidden className="max-md:size-5" />}
        data-live-only
      />
      <h1 className="flex items-baseline gap-2 px-0.5 md:px-1 [[data-offline]_&]:pl-3">
        <span className="sr-only">{words("title")}, </span>
        <span className="text-xl font-semibold tracking-tight">{t("week", { week: weekNumber(week) })}</span>
        <span className="text-sm font-normal text-ink-2 max-md:sr-only">
          {daysWords(monday, addDays(monday, 4))}
        </span>
      </h1>
      <LinkButton
        href={hrefOf(addWeeks(week, 1))}
        variant="ghost"
        size="icon"
        aria-label={t("nextWeek")}
        icon={<ChevronRight aria-hidden className="max-md:size-5" />}
        data-live-only
      />
      {week !== thisWeek && (
        <LinkButton href={hrefOf(thisWeek)} className="ml-1">
          {t("today")}
        </LinkButton>
      )}
      <div className="ml-auto">{children}</div>
    </header>
  );
}
