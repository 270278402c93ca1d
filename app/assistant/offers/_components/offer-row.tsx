import { useFormatter, useTranslations } from "next-intl";
import { useRangeWords } from "@/components/time/use-range-words";
import type { OfferView } from "@/lib/coverage/offers/queries";
import { AnswerForm } from "./answer-form";

/** One question: at which executive, when, why you, until when to answer, and the two answers. */
export function OfferRow({ offer }: { offer: OfferView }) {
  const t = useTranslations("cover.asking");
  const format = useFormatter();
  const rangeWords = useRangeWords();
  return (
    <li className="grid gap-3 border-b border-line py-4 first:pt-0">
      <div className="grid gap-0.5">
        <h2 className="text-lg font-semibold">{offer.executive}</h2>
        <p className="tnum text-base">{rangeWords(offer)}</p>
        <p className="text-sm text-ink-2">
          {offer.title && `${offer.title} · `}
          {t("minutes", { minutes: offer.minutesADay })}
        </p>
        {offer.why.length > 0 && (
          <p className="text-sm text-ink-2">{offer.why.map((reason) => t(`why.${reason}`)).join(". ")}.</p>
        )}
        <p className="tnum text-sm font-medium">
          {t("until", { time: format.dateTime(new Date(offer.until), "moment") })}
        </p>
      </div>
      <AnswerForm offer={offer} />
    </li>
  );
}
