import { useFormatter, useTranslations } from "next-intl";
import { Section } from "@/components/ui/layout/page";
import type { CandidateFit } from "@/lib/hiring/fit/rules";

/** How a candidate fits, part by part, with what is not known said as such. */
export function FitParts({ fit }: { fit: CandidateFit }) {
  const t = useTranslations("hiring.pack");
  const format = useFormatter();
  const unknown = fit.parts.filter(({ points }) => points === null).map(({ part }) => t(`parts.${part}`));
  return (
    <Section title={t("fit")}>
      <p className="flex items-baseline gap-3">
        <span className="tnum text-2xl font-semibold">{fit.total ?? "–"}</span>
        <span className="text-sm text-ink-2">
          {fit.total === null ? t("noFit") : t("known", { percent: fit.known })}
        </span>
      </p>
      <ul className="empty:hidden">
        {fit.parts.map(
          ({ part, weight, points }) =>
            points !== null && (
              <li
                key={part}
                className="grid grid-cols-[9rem_minmax(0,1fr)_2.5rem] items-center gap-3 border-b border-hair py-2 text-sm"
              >
                <span>{t("part", { part: t(`parts.${part}`), percent: weight })}</span>
                <span aria-hidden className="h-1.5 rounded-full bg-sunken">
                  <span className="block h-full rounded-full bg-accent" style={{ width: `${points}%` }} />
                </span>
                <span className="tnum text-right font-semibold">{points}</span>
              </li>
            ),
        )}
      </ul>
      {unknown.length > 0 && <p className="text-sm">{t("unknown", { parts: format.list(unknown) })}</p>}
      <p className="text-sm text-ink-2">{t("fitHint")}</p>
    </Section>
  );
}
