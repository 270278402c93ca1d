import { useTranslations } from "next-intl";
import type { CandidatePlacement } from "@/lib/matching/placements/schema";
import type { FitPart } from "@/lib/matching/weights/rules";

type Points = CandidatePlacement["parts"][FitPart];

/** Points of a part as a number over a bar, all of one colour: how much, and no verdict. A dotted line is not known, a dash not asked. */
export function FitBar({ points }: { points: Points }) {
  const t = useTranslations("matching");
  if (points === "not_asked")
    return (
      <span className="block text-xs">
        <span aria-hidden className="text-ink-3">
          –
        </span>
        <span className="sr-only">{t("notAsked")}</span>
      </span>
    );
  if (points === "not_known")
    return (
      <span className="block text-xs">
        <span aria-hidden className="text-ink-2">
          ?
        </span>
        <span className="sr-only">{t("notKnown")}</span>
        <span aria-hidden className="mt-1 block border-t-2 border-dotted border-ink-3 md:max-w-16" />
      </span>
    );
  return (
    <span className="block text-xs">
      <span className="tnum">{points}</span>
      <span aria-hidden className="mt-1 block h-1 overflow-hidden rounded-full bg-sunken md:max-w-16">
        <span className="block h-full bg-accent" style={{ width: `${points}%` }} />
      </span>
    </span>
  );
}

/** The total of a fit, and how much of it is known. */
export function FitTotal({ total, known }: Pick<CandidatePlacement, "total" | "known">) {
  const t = useTranslations("matching");
  return (
    <span className="block text-right">
      <span className="tnum block text-xl leading-7 font-semibold">{total}</span>
      <span className="tnum block text-xs text-ink-2">
        <span aria-hidden>{t("weight", { weight: known })}</span>
        <span className="sr-only">{t("knownOf", { known })}</span>
      </span>
    </span>
  );
}
