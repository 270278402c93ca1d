"use client";
import { useTranslations } from "next-intl";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { useDayWords } from "@/components/time/use-day-words";
import { Form } from "@/components/ui/forms/form";
import { RatingButtons } from "@/components/ui/forms/rating-buttons";
import type { UnratedCover } from "@/lib/matching/outcomes/schema";
import { sayHowCoverWas } from "../actions";

/** Asks once, with one tap, how a cover was. */
export function RateCovers({ covers }: { covers: readonly UnratedCover[] }) {
  const t = useTranslations("matching.rate");
  const dayWords = useDayWords();
  const refusals = useRefusalWords();
  if (covers.length === 0) return null;
  return (
    <section className="px-4 pt-6 md:px-0" aria-label={t("title")}>
      <h2 className="text-sm font-semibold">{t("title")}</h2>
      {covers.map(({ coverId, assistantName: name, to }) => (
        <Form
          key={coverId}
          action={sayHowCoverWas}
          done={t("done")}
          refusals={refusals}
          className="gap-2 border-b border-hair py-3"
        >
          <input type="hidden" name="coverId" value={coverId} />
          <p className="text-base">{t("ask", { name, day: dayWords(to) })}</p>
          <div className="flex flex-wrap items-center gap-2">
            <RatingButtons name="rating" labelOf={(rating) => t("give", { rating, name })} />
            <span className="text-xs text-ink-2">{t("scale")}</span>
          </div>
        </Form>
      ))}
    </section>
  );
}
