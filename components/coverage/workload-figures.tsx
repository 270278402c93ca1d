import { useTranslations } from "next-intl";
import type { Carried } from "@/lib/coverage/candidates/rules-workload";

const FIGURES = ["minutes", "halfDays", "fridays", "difficult"] as const;

type WorkloadFiguresProps = { own: Carried; average: Carried };

/** What one carried beside the pool's average for one's hours, each figure with a bar. */
export function WorkloadFigures({ own, average }: WorkloadFiguresProps) {
  const t = useTranslations("board.workload");
  const amount = useAmount();
  return (
    <table className="w-full border-separate border-spacing-0 text-base">
      <caption className="sr-only">{t("mine")}</caption>
      <thead>
        <tr className="text-xs text-ink-2">
          <th scope="col" className="py-2 text-left font-medium">
            {t("what")}
          </th>
          <th scope="col" className="py-2 pl-3 text-right font-medium">
            {t("you")}
          </th>
          <th scope="col" className="py-2 pl-3 text-right font-medium">
            {t("average")}
          </th>
        </tr>
      </thead>
      <tbody>
        {FIGURES.map((figure) => (
          <tr key={figure}>
            <th scope="row" className="border-t border-line py-2.5 text-left font-normal">
              <span className="block">{t(figure)}</span>
              <WorkloadBar value={own[figure]} average={average[figure]} />
            </th>
            <td className="tnum whitespace-nowrap border-t border-line py-2.5 pl-3 text-right font-semibold">
              {amount(figure, own[figure])}
            </td>
            <td className="tnum whitespace-nowrap border-t border-line py-2.5 pl-3 text-right text-ink-2">
              {amount(figure, average[figure])}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A figure of the ledger in words: time in hours, the rest as it is. */
export function useAmount() {
  const t = useTranslations("board.workload");
  return (figure: keyof Carried, value: number): string =>
    figure === "minutes" ? t("hours", { hours: Math.round(value / 6) / 10 }) : t("number", { value });
}

const BAR = { width: 200, height: 8 };

type WorkloadBarProps = { value: number; average: number };

/** A value as a bar, with a stroke where the average lies; the numbers beside it say the same. */
export function WorkloadBar({ value, average }: WorkloadBarProps) {
  const most = Math.max(value, average * 2, 1);
  const at = (amount: number) => (BAR.width * amount) / most;
  return (
    <svg
      aria-hidden
      viewBox={`0 0 ${BAR.width} ${BAR.height + 4}`}
      preserveAspectRatio="none"
      className="mt-1 block h-3 w-full max-w-60"
    >
      <rect y={2} width={BAR.width} height={BAR.height} rx={4} className="fill-sunken" />
      <rect y={2} width={at(value)} height={BAR.height} rx={4} className="fill-cover-bar" />
      {average > 0 && <rect x={at(average) - 1} width={2} height={BAR.height + 4} className="fill-ink" />}
    </svg>
  );
}
