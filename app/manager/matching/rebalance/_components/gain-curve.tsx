import { useFormatter, useTranslations } from "next-intl";
import { cx } from "@/components/ui/layout/cx";
import { Link } from "@/components/ui/layout/link";
import type { RebalanceView } from "@/lib/matching/proposals/schema";

type GainCurveProps = { id: string; curve: RebalanceView["curve"]; chosen: number };

const HEIGHT = 160;

/** What each number of changes gains, as steps to choose from and the same as a table. */
export function GainCurve({ id, curve, chosen }: GainCurveProps) {
  const t = useTranslations("matching.rebalance");
  const format = useFormatter();
  const first = curve[0]?.value ?? 0;
  const most = Math.max(1, ...curve.map(({ value }) => value - first));
  const rows = curve.map(({ changes, value }, index) => ({
    changes,
    gain: value - first,
    more: value - (curve[index - 1]?.value ?? value),
  }));
  return (
    <div className="overflow-x-auto">
      <table className="w-full max-w-4xl table-fixed text-sm">
        <caption className="sr-only">{t("curve")}</caption>
        <thead>
          <tr>
            <th scope="row" className="w-24 text-left text-xs font-normal text-ink-2">
              {t("changes")}
            </th>
            {rows.map(({ changes }) => (
              <th key={changes} scope="col" className="min-w-11 p-0 font-normal">
                <Link
                  href={`/manager/matching/rebalance/${id}?changes=${changes}`}
                  scroll={false}
                  aria-current={changes === chosen ? "step" : undefined}
                  className="tnum grid h-9 place-items-center rounded-md hover:bg-sunken aria-[current]:bg-accent-soft aria-[current]:font-semibold touch:h-11"
                >
                  {changes}
                </Link>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr aria-hidden>
            <td />
            {rows.map(({ changes, gain }) => (
              <td key={changes} className="p-0 align-bottom" style={{ height: HEIGHT }}>
                <span
                  className={cx(
                    "block border-t-2",
                    changes <= chosen ? "border-accent bg-accent-soft" : "border-line-2",
                  )}
                  style={{ height: Math.round((HEIGHT * Math.max(0, gain)) / most) }}
                />
              </td>
            ))}
          </tr>
          {(["gain", "more"] as const).map((figure) => (
            <tr key={figure} className="border-t border-hair">
              <th scope="row" className="py-1.5 text-left text-xs font-normal text-ink-2">
                {t(figure)}
              </th>
              {rows.map((row) => (
                <td
                  key={row.changes}
                  className={cx("tnum py-1.5 text-center", row.changes === chosen && "font-semibold")}
                >
                  {format.number(row[figure], { signDisplay: "exceptZero" })}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
