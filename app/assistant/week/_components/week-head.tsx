import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { WeekBar } from "@/app/_shared/week/week-bar";
import { useDaysWords } from "@/components/time/use-days-words";
import { addDays } from "@/lib/time/day";
import { type IsoWeek, mondayOf, weekNumber } from "@/lib/time/iso-week";

type WeekHeadProps = { week: IsoWeek; thisWeek: IsoWeek; children: ReactNode };

/** Which week of one's own is shown, and what can be done in it. */
export function WeekHead({ week, thisWeek, children }: WeekHeadProps) {
  const t = useTranslations("common.date");
  const words = useTranslations("week");
  const monday = mondayOf(week);
  const days = useDaysWords()(monday, addDays(monday, 4));
  const title = (
    <h1 className="flex items-baseline gap-2 px-0.5 md:px-1 [[data-offline]_&]:pl-3">
      <span className="sr-only">{words("title")}, </span>
      <span className="text-xl font-semibold tracking-tight">{t("week", { week: weekNumber(week) })}</span>
      <span className="text-sm font-normal text-ink-2 max-md:sr-only">{days}</span>
    </h1>
  );
  return (
    <WeekBar path="/assistant/week" {...{ week, thisWeek, title }}>
      {children}
    </WeekBar>
  );
}
