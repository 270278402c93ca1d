"use client";
import { useTranslations } from "next-intl";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { useDayWords } from "@/components/time/use-day-words";
import { Form } from "@/components/ui/forms/form";
import { RatingButtons } from "@/components/ui/forms/rating-buttons";
import type { UnratedCover } from "@/lib/matching/outcomes/schema";
import { sayHowCoverWas } from "../actions";
import { SupportPart } from "./support-part";

/** Asks once, with one tap, how a cover was. */
export function RateCovers({ covers }: { covers: readonly UnratedCover[] }) {
  const t = useTranslations("matching.rate");
  const dayWords = useDayWords();
  const refusals = useRefusalWords();
  if (covers.length === 0) return null;
  return (
    <SupportPart title={t("title")}>
      {covers.map(({ coverId, assistantName: name, to }) => (
        <Form
          key={coverId}
          action={sayHowCoverWas}
          done={t("done")}
          refusals={refusals}
          className="gap-2 border-b border-hair px-4 py-3 md:px-0"
        >
          <input type="hidden" name="coverId" value={coverId} />
          <p className="text-base">{t("ask", { name, day: dayWords(to) })}</p>
          <div className="flex flex-wrap items-center gap-2">
            <RatingButtons name="rating" labelOf={(rating) => t("give", { rating, name })} />
            <span className="text-xs text-ink-2">{t("scale")}</span>
          </div>
        </Form>
      ))}
    </SupportPart>
  );
}
