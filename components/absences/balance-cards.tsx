import { useTranslations } from "next-intl";
import { useAmountWords } from "@/components/time/use-amount-words";
import { useDayWords } from "@/components/time/use-day-words";
import type { BalanceView } from "@/lib/absences/balances/schema";

type BalanceCardsProps = { balances: readonly BalanceView[]; typeNames: Record<string, string> };

/** What is left of each type, what has been taken, and what will be lost. */
export function BalanceCards({ balances, typeNames }: BalanceCardsProps) {
  const t = useTranslations("absences.balance");
  if (balances.length === 0) return <p className="text-base text-ink-2">{t("none")}</p>;
  return (
    <ul className="grid gap-4 sm:grid-cols-2">
      {balances.map((balance) => (
        <li key={balance.type} className="grid content-start gap-2 rounded-lg border border-line p-4">
          <BalanceCard balance={balance} name={typeNames[balance.type] ?? balance.type} />
        </li>
      ))}
    </ul>
  );
}

function BalanceCard({ balance, name }: { balance: BalanceView; name: string }) {
  const t = useTranslations("absences.balance");
  const words = useAmountWords();
  const dayWords = useDayWords();
  const { measure, remaining, entitled, carriedOver, adjusted, accrued } = balance;
  const amount = (value: number) => words(value, measure);
  const whole = entitled + carriedOver - balance.expired + adjusted;
  const facts = [
    { label: t("taken", { measure }), value: amount(balance.taken) },
    { label: t("booked", { measure }), value: amount(balance.booked) },
    { label: t("requested", { measure }), value: amount(balance.requested) },
    ...(accrued < entitled ? [{ label: t("accrued"), value: amount(accrued) }] : []),
    ...(carriedOver > 0 ? [{ label: t("carriedOver"), value: amount(carriedOver) }] : []),
    ...(adjusted !== 0 ? [{ label: t("adjusted"), value: amount(adjusted) }] : []),
  ];
  return (
    <>
      <h3 className="text-base font-medium">{name}</h3>
      <p className="tnum">
        <span className="text-xl font-semibold">{t("left", { left: amount(remaining) })}</span>{" "}
        <span className="text-sm text-ink-2">{t("of", { whole: amount(whole) })}</span>
      </p>
      {balance.expiring > 0 && balance.carriedOverUntil < `${balance.year}-12-31` && (
        <p className="text-sm text-ink-2">
          {t("expiring", { amount: amount(balance.expiring), on: dayWords(balance.carriedOverUntil) })}
        </p>
      )}
      {balance.expired > 0 && (
        <p className="text-sm text-ink-2">
          {t("expired", { amount: amount(balance.expired), on: dayWords(balance.carriedOverUntil) })}
        </p>
      )}
      <dl className="grid gap-1 text-sm">
        {facts.map(({ label, value }) => (
          <div key={label} className="flex justify-between gap-4">
            <dt className="text-ink-2">{label}</dt>
            <dd className="tnum">{value}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
