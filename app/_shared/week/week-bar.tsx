import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { LinkButton } from "@/components/ui/forms/link-button";
import { addWeeks, type IsoWeek } from "@/lib/time/iso-week";
import { WeekStep } from "./week-step";

type WeekBarProps = {
  path: string;
  week: IsoWeek;
  thisWeek: IsoWeek;
  title: ReactNode;
  children?: ReactNode;
};

/** The week that an assistant's page shows between the ways to its neighbours, and what can be done at the right. */
export function WeekBar({ path, week, thisWeek, title, children }: WeekBarProps) {
  const t = useTranslations("common.date");
  const hrefOf = (to: IsoWeek) => (to === thisWeek ? path : `${path}?week=${to}`);
  return (
    <header className="sticky top-0 z-30 flex h-14 items-center border-b border-line bg-surface px-1 md:h-12 md:px-4 print:static">
      <WeekStep way="previous" href={hrefOf(addWeeks(week, -1))} />
      {title}
      <WeekStep way="next" href={hrefOf(addWeeks(week, 1))} />
      {week !== thisWeek && (
        <LinkButton href={hrefOf(thisWeek)} className="ml-1">
          {t("today")}
        </LinkButton>
      )}
      {children && <div className="ml-auto">{children}</div>}
    </header>
  );
}
