import { useFormatter, useTranslations } from "next-intl";
import { useAmountWords } from "@/components/time/use-amount-words";
import { Disclosure } from "@/components/ui/layout/disclosure";
import { evidenceSummaryOf } from "@/lib/hiring/requisitions/rules-evidence";
import type { EvidenceView } from "@/lib/hiring/requisitions/schema";
import type { IsoWeek } from "@/lib/time/iso-week";
import { WeekBars } from "./week-bars";

type EvidenceProps = { evidence: readonly EvidenceView[]; names: ReadonlyMap<string, string> };

/** What speaks for hiring: the finding first, then weeks and figures, then what was worked out before. */
export function Evidence({ evidence, names }: EvidenceProps) {
  const t = useTranslations("hiring.evidence");
  const format = useFormatter();
  const amount = useAmountWords();
  const [latest] = evidence;
  if (!latest) return null;
  const summary = figuresOf(latest);
  const tenths = (value: number) => format.number(value / 10, "oneDecimal");
  const carriers = latest.carriers.slice(0, 3).map(({ assistantId }) => names.get(assistantId) ?? "");
  const finding = { short: summary.shortWeeks, weeks: summary.pastWeeks };
  return (
    <div className="grid gap-6">
      <div>
        <h2 className="text-lg font-semibold text-pretty">
          {t(summary.isChronic ? "chronic" : "notChronic", finding)}
        </h2>
        <p className="text-sm text-ink-2">
          {t("workedOut", { when: format.dateTime(new Date(latest.at), "moment") })}
        </p>
      </div>
      <WeekBars weeks={latest.weeks} />
      <dl className="grid gap-y-3 border-y border-line py-3 sm:grid-cols-3 sm:divide-x sm:divide-line">
        <Figure
          value={tenths(summary.pastTenths)}
          label={t("pastMean", { time: amount(summary.pastMinutes, "minutes") })}
        />
        <Figure
          value={tenths(summary.comingTenths)}
          label={t("comingMean", { time: amount(summary.comingMinutes, "minutes") })}
        />
        <Figure
          value={t("people", { count: latest.carriers.length })}
          label={carriers.length > 0 ? t("carriedBy", { names: carriers.join(", ") }) : t("nobodyCarries")}
        />
      </dl>
      <Disclosure summary={t("asTable")}>
        <table className="tnum w-full max-w-md text-sm">
          <thead>
            <tr className="text-left text-xs text-ink-2">
              <th className="py-1 font-medium">{t("week")}</th>
              <th className="py-1 text-right font-medium">{t("halfDays")}</th>
              <th className="py-1 text-right font-medium">{t("time")}</th>
            </tr>
          </thead>
          <tbody>
            {latest.weeks.map(({ week, halfDays, minutes }) => (
              <tr key={week} className="border-t border-hair">
                <th className="py-1 text-left font-normal">
                  {t("weekOf", { week: Number(week.slice(-2)), year: week.slice(0, 4) })}
                </th>
                <td className="py-1 text-right">{halfDays}</td>
                <td className="py-1 text-right">{amount(minutes, "minutes")}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Disclosure>
      {evidence.length > 1 && (
        <section className="grid gap-1">
          <h2 className="text-base font-semibold">{t("before")}</h2>
          <ul>
            {evidence.map((one) => {
              const { pastTenths, comingTenths, shortWeeks, pastWeeks } = figuresOf(one);
              return (
                <li
                  key={one.id}
                  className="grid gap-x-4 border-b border-hair py-2 text-sm sm:grid-cols-[10rem_minmax(0,1fr)]"
                >
                  <span>{format.dateTime(new Date(one.at), "moment")}</span>
                  <span className="text-ink-2">
                    {t("line", {
                      past: tenths(pastTenths),
                      coming: tenths(comingTenths),
                      short: shortWeeks,
                      weeks: pastWeeks,
                    })}
                  </span>
                </li>
              );
            })}
          </ul>
        </section>
      )}
    </div>
  );
}

function figuresOf({ weeks }: EvidenceView) {
  return evidenceSummaryOf({ weeks: weeks.map((one) => ({ ...one, week: one.week as IsoWeek })) });
}

function Figure({ value, label }: { value: string; label: string }) {
  return (
    <div className="grid content-start gap-0.5 sm:px-4 sm:first:pl-0">
      <dt className="order-last text-sm text-ink-2">{label}</dt>
      <dd className="text-lg font-semibold">{value}</dd>
    </div>
  );
}
