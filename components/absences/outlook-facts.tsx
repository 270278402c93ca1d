import { CircleCheck, Info, TriangleAlert, Users } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useAmountWords } from "@/components/time/use-amount-words";
import { useRangeWords } from "@/components/time/use-range-words";
import type { LeaveOutlook } from "@/lib/absences/balances/schema";

/** What leave takes, what is left after it, who else is away and what stands in its way. */
export function OutlookFacts({ outlook }: { outlook: LeaveOutlook }) {
  const t = useTranslations("absences.preview");
  const words = useAmountWords();
  const rangeWords = useRangeWords();
  const { measure, amount, awayCount, poolSize } = outlook;
  return (
    <div className="grid gap-1 text-sm">
      <p className="text-base font-medium">{amount === 0 ? t("zero") : words(amount, measure)}</p>
      {outlook.clash && (
        <Line isBad icon={<TriangleAlert aria-hidden />}>
          {t("clash", { range: rangeWords(outlook.clash) })}
        </Line>
      )}
      {outlook.withdrawals.map((one) => (
        <WithdrawalLine key={one.year} withdrawal={one} outlook={outlook} />
      ))}
      <BlackoutLines outlook={outlook} />
      {outlook.crowdedGroups.map((group) => (
        <Line key={group} isBad icon={<TriangleAlert aria-hidden />}>
          {t("crowded", { group })}
        </Line>
      ))}
      <Line icon={<Users aria-hidden />}>
        {awayCount === 0 ? t("nobody") : t("away", { count: awayCount, size: poolSize })}
      </Line>
      <Names away={outlook.away} />
    </div>
  );
}

type WithdrawalLineProps = { withdrawal: LeaveOutlook["withdrawals"][number]; outlook: LeaveOutlook };

function WithdrawalLine({ withdrawal, outlook: { measure, isOverdrawn } }: WithdrawalLineProps) {
  const t = useTranslations("absences.preview");
  const words = useAmountWords();
  const format = useFormatter();
  const { after, whole } = withdrawal;
  const year = String(withdrawal.year);
  if (after < 0 && isOverdrawn)
    return (
      <Line isBad icon={<TriangleAlert aria-hidden />}>
        {t("overdrawn", { year, missing: words(-after, measure) })}
      </Line>
    );
  const left =
    measure === "days" ? format.number(after, { maximumFractionDigits: 2 }) : words(after, measure);
  return (
    <Line icon={<CircleCheck aria-hidden />}>
      {t("after", { after: left, whole: words(whole, measure), year })}
    </Line>
  );
}

function BlackoutLines({ outlook }: { outlook: LeaveOutlook }) {
  const t = useTranslations("absences.preview");
  const rangeWords = useRangeWords();
  return outlook.blackouts.map(({ id, kind, name, from, to }) => {
    const dates = rangeWords({ from, fromPart: "am", to, toPart: "pm" });
    const Icon = kind === "hard" ? TriangleAlert : Info;
    return (
      <Line key={id} isBad={kind === "hard"} icon={<Icon aria-hidden />}>
        {t(kind, { name, dates })}
      </Line>
    );
  });
}

function Names({ away }: Pick<LeaveOutlook, "away">) {
  const t = useTranslations("absences.preview");
  const stretch = useRangeWords();
  if (!away?.length) return null;
  return (
    <ul aria-label={t("names")} className="grid gap-0.5 pl-6 text-ink-2">
      {away.map((one) => (
        <li key={`${one.name} ${one.from} ${one.startMinute} ${one.fromPart}`}>
          {one.name} · {stretch(one)}
        </li>
      ))}
    </ul>
  );
}

function Line({ icon, isBad = false, children }: { icon: ReactNode; isBad?: boolean; children: ReactNode }) {
  return (
    <p
      className={`flex items-start gap-2 [&_svg]:mt-[0.15em] [&_svg]:size-4 [&_svg]:shrink-0 ${isBad ? "font-medium text-gap-ink" : "text-ink-2"}`}
    >
      {icon}
      <span>{children}</span>
    </p>
  );
}
