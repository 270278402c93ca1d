import { Banknote, Clock, MapPin } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useDayWords } from "@/components/time/use-day-words";
import type { PublicAd } from "@/lib/hiring/ads/queries";

/** Where, what pay and how many hours. */
export function AdFacts({ ad }: { ad: PublicAd }) {
  const t = useTranslations("careers.facts");
  const dayWords = useDayWords();
  const pay = usePayWords();
  const { place, ftePercent, wantedOn, payFrom, payReason } = ad;
  return (
    <ul className="grid gap-4">
      <Fact icon={<MapPin aria-hidden />} value={place} />
      <Fact icon={<Banknote aria-hidden />} value={payFrom === null ? payReason : pay(ad)} />
      <Fact
        icon={<Clock aria-hidden />}
        value={ftePercent === 100 ? t("fullTime") : t("partTime", { percent: ftePercent })}
        hint={wantedOn ? t("from", { day: dayWords(wantedOn) }) : undefined}
      />
    </ul>
  );
}

function Fact({ icon, value, hint }: { icon: ReactNode; value: string; hint?: string | undefined }) {
  return (
    <li className="flex gap-4 [&_svg]:mt-1 [&_svg]:size-5 [&_svg]:shrink-0 [&_svg]:text-ink-2">
      {icon}
      <p className="grid text-[1.0625rem]">
        {value}
        {hint && <span className="text-base text-ink-2">{hint}</span>}
      </p>
    </li>
  );
}

/** Says the pay of an ad, or its range. */
export function usePayWords(): (ad: Pick<PublicAd, "payFrom" | "payTo" | "currency" | "payUnit">) => string {
  const t = useTranslations("careers.facts");
  const format = useFormatter();
  return ({ payFrom, payTo, currency, payUnit }) => {
    const money = (value: number | null) =>
      format.number(value ?? 0, { style: "currency", currency, maximumFractionDigits: 0 });
    const amount =
      payFrom === payTo ? money(payFrom) : t("range", { from: money(payFrom), to: money(payTo) });
    return t("pay", { amount, unit: payUnit });
  };
}
