import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/forms/link-button";
import { PlainButton } from "@/components/ui/forms/plain-button";
import { NumberField } from "@/components/ui/forms/text-field";
import { FIT_PARTS, type FitWeights, MOST_WEIGHT, USUAL_WEIGHTS } from "@/lib/matching/weights/rules";

/** How much each part counts, to be looked at first: sent, it shows the effect and writes nothing. */
export function WeightFields({ weights, poolId }: { weights: FitWeights; poolId: string }) {
  const t = useTranslations("matching");
  const usual = new URLSearchParams(
    FIT_PARTS.map((part): [string, string] => [part, String(USUAL_WEIGHTS[part])]),
  );
  return (
    <form method="get" className="grid max-w-2xl gap-4">
      <input type="hidden" name="pool" value={poolId} />
      <div className="grid grid-cols-2 gap-3 sm:grid-cols-3">
        {FIT_PARTS.map((part) => (
          <NumberField
            key={part}
            name={part}
            label={t(`part.${part}`)}
            min={0}
            max={MOST_WEIGHT}
            defaultValue={weights[part]}
            isRequired
          />
        ))}
      </div>
      <p className="text-xs text-ink-2">{t("weights.sum")}</p>
      <div className="flex flex-wrap gap-2">
        <PlainButton type="submit">{t("weights.preview")}</PlainButton>
        <LinkButton href={`/manager/matching/weights?pool=${poolId}&${usual}`} variant="ghost">
          {t("weights.usual")}
        </LinkButton>
      </div>
    </form>
  );
}
