import { useFormatter, useTranslations } from "next-intl";
import { Section } from "@/components/ui/layout/page";
import { Tabs } from "@/components/ui/layout/tabs";
import type { LeavePreview as Preview } from "@/lib/coverage/what-if/queries-leave-preview";
import { type Day, dayToDate } from "@/lib/time/day";
import { chosenDays, monthOf, monthsOf } from "../preview-months";
import { LeaveMonth } from "./leave-month";
import { UncoveredNote } from "./uncovered-note";

type LeavePreviewProps = { preview: Preview; address: Record<string, string | string[] | undefined> };

/** The coming twelve weeks: which days and weeks of leave would leave whom uncovered. Choosing one fills the form. */
export function LeavePreview({ preview, address }: LeavePreviewProps) {
  const chosen = chosenDays(address);
  const month = typeof address.month === "string" ? address.month : null;
  const t = useTranslations("absences.leavePreview");
  const format = useFormatter();
  const months = monthsOf(preview.days);
  const shown =
    months.find((one) => one.month === (month ?? (chosen ? monthOf(chosen.from) : null))) ?? months[0];
  const nameOf = (first: Day) =>
    format.dateTime(dayToDate(first), { month: "long", year: "numeric", timeZone: "UTC" });
  if (!shown) return null;
  return (
    <Section title={t("title")}>
      <p className="max-w-prose text-sm text-ink-2">{t("hint")}</p>
      <Tabs
        label={t("months")}
        className="sm:hidden"
        tabs={months.map((one) => ({
          href: `?month=${one.month}`,
          label: format.dateTime(dayToDate(one.first), { month: "short", timeZone: "UTC" }),
          isCurrent: one === shown,
        }))}
      />
      <div className="grid gap-x-6 gap-y-5 sm:grid-cols-2">
        {months.map((one) => (
          <LeaveMonth
            key={one.month}
            name={nameOf(one.first)}
            weeks={one.weeks}
            hasWeekends={months.some(({ hasWeekends }) => hasWeekends)}
            chosen={chosen}
            className={one === shown ? undefined : "max-sm:hidden"}
          />
        ))}
      </div>
      <UncoveredNote days={preview.days} chosen={chosen} />
    </Section>
  );
}
