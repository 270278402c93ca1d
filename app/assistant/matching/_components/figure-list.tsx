import { useLocale, useTranslations } from "next-intl";
import { SeenBy } from "@/components/matching/seen-by";
import { useDayWords } from "@/components/time/use-day-words";
import type { OwnMatchingView } from "@/lib/matching/knowledge/schema";

type FigureListProps = { own: OwnMatchingView; dutyNames: Readonly<Record<string, string>> };
type Source = "manager" | "training" | "correction" | "import";

/** Each figure, where it comes from and who may see it. */
export function FigureList({ own: { duties, languages, years, ratings }, dutyNames }: FigureListProps) {
  const t = useTranslations("matching.me");
  const dayWords = useDayWords();
  const languageNames = new Intl.DisplayNames([useLocale()], { type: "language" });
  const rows = [
    ...duties.map(({ dutyId, level, since }) => ({
      key: dutyId,
      name: dutyNames[dutyId] ?? dutyId,
      figure: t("level", { level }),
      source: since ? t(`since.${since.source as Source}`, { day: dayWords(since.on) }) : t("since.unknown"),
    })),
    ...languages.map(({ language, level }) => ({
      ...{ key: `language ${language}`, name: languageNames.of(language) ?? language },
      ...{ figure: level, source: "" },
    })),
    {
      ...{ key: "experience", name: t("experience") },
      ...(years === null ? { figure: t("sinceHired") } : { figure: t("years", { years }) }),
      source: "",
    },
    {
      ...{ key: "outcomes", name: t("ratings") },
      figure: ratings.mean === null ? t("tooFew") : t("mean", { mean: ratings.mean }),
      source: t("ratingsSoFar", { count: ratings.count }),
    },
  ];
  return (
    <ul>
      {rows.map(({ key, name, figure, source }) => (
        <li key={key} className="grid gap-0.5 border-b border-hair py-2.5">
          <p className="flex flex-wrap items-baseline justify-between gap-2">
            <span className="font-medium">{name}</span>
            <span className="tnum font-medium">{figure}</span>
          </p>
          {source && <p className="text-sm text-ink-2">{source}</p>}
          <SeenBy words={t("youAndManager")} />
        </li>
      ))}
    </ul>
  );
}
