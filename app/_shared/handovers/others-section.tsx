import { useFormatter, useTranslations } from "next-intl";
import { Section } from "@/components/ui/layout/page";
import type { HandoverView } from "@/lib/handovers/schema";

/** Who else covers in these days, and what became of the handover. */
export function OthersSection({
  handover: { others, steps, executiveName, coverName },
}: {
  handover: HandoverView;
}) {
  const t = useTranslations("handovers.sheet");
  const status = useTranslations("handovers.status");
  const format = useFormatter();
  const rest = [
    ...new Set(
      others
        .filter((other) => other.executiveName !== executiveName || other.coverName !== coverName)
        .map((other) => t("otherLine", { executive: other.executiveName, cover: other.coverName })),
    ),
  ];
  return (
    <>
      <Section title={t("others")}>
        {rest.length === 0 ? (
          <p className="text-base text-ink-2">{t("othersNone")}</p>
        ) : (
          <ul className="grid gap-1 text-base">
            {rest.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        )}
      </Section>
      <Section title={t("history")} className="print:hidden">
        <ol className="grid gap-1 text-sm">
          {steps.map((step) => (
            <li key={step.id} className="flex flex-wrap gap-x-2">
              <span className="tnum text-ink-2">{format.dateTime(new Date(step.at), "moment")}</span>
              <span>
                {step.byName
                  ? t("historyBy", { status: status(step.status), name: step.byName })
                  : step.coverName
                    ? t("historyCover", { status: status(step.status), name: step.coverName })
                    : status(step.status)}
              </span>
            </li>
          ))}
        </ol>
      </Section>
    </>
  );
}
