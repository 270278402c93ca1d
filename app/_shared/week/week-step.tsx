import { ChevronLeft, ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/forms/link-button";
import { addWeeks, type IsoWeek } from "@/lib/time/iso-week";

type WeekStepProps = { way: "previous" | "next"; href: string; className?: string };

/** The way to the week before or after; not shown where the page comes from this device. */
export function WeekStep({ way, href, className }: WeekStepProps) {
  const t = useTranslations("common.date");
  const Icon = way === "previous" ? ChevronLeft : ChevronRight;
  return (
    <LinkButton
      href={href}
      variant="ghost"
      size="icon"
      className={className}
      aria-label={t(`${way}Week`)}
      icon={<Icon aria-hidden />}
      data-live-only
    />
  );
}

type WeekStepsProps = { week: IsoWeek; weeks?: number; hrefOf: (week: IsoWeek) => string };

/** Both ways beside each other, so many weeks on each, as a toolbar begins. */
export function WeekSteps({ week, weeks = 1, hrefOf }: WeekStepsProps) {
  return (
    <div className="-ml-2 flex">
      <WeekStep way="previous" href={hrefOf(addWeeks(week, -weeks))} className="w-7" />
      <WeekStep way="next" href={hrefOf(addWeeks(week, weeks))} className="w-7" />
    </div>
  );
}
