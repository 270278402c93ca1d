import { useTranslations } from "next-intl";
import { Section } from "@/components/ui/layout/page";
import { FIT_PARTS, type FitWeights } from "@/lib/matching/weights/rules";

const MORE = ["never", "rights", "kept"] as const;

/** How matching works: its purpose, the rule of every part with its share, what is never used, and a person's rights. */
export function HowItWorks({ weights }: { weights: FitWeights }) {
  const t = useTranslations("matching");
  return (
    <>
      <p className="max-w-prose text-base">{t("how.purpose")}</p>
      <Section title={t("how.partsTitle")}>
        <p className="max-w-prose text-sm text-ink-2">{t("how.partsIntro")}</p>
        <dl className="grid gap-x-6 text-sm">
          {FIT_PARTS.map((part) => (
            <div
              key={part}
              className="grid gap-1 border-b border-hair py-2.5 sm:grid-cols-[12rem_minmax(0,1fr)]"
            >
              <dt className="font-medium">
                {t(`part.${part}`)}{" "}
                <span className="tnum font-normal text-ink-2">{t("weight", { weight: weights[part] })}</span>
              </dt>
              <dd className="text-ink-2">{t(`how.rule.${part}`)}</dd>
            </div>
          ))}
        </dl>
      </Section>
      {MORE.map((part) => (
        <Section key={part} title={t(`how.${part}Title`)}>
          <p className="max-w-prose text-sm text-ink-2">{t(`how.${part}`)}</p>
        </Section>
      ))}
    </>
  );
}
