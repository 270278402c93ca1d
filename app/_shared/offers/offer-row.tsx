import { MessageCircleQuestion } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { useRangeWords } from "@/components/time/use-range-words";
import type { OfferView } from "@/lib/coverage/offers/queries";
import { AnswerForm, type OfferActions } from "./answer-form";

type OfferRowProps = { offer: OfferView; actions: OfferActions; isMain?: boolean };

/** One question: at which executive, when, why you, until when to answer, and the two answers. */
export function OfferRow({ offer, actions, isMain }: OfferRowProps) {
  const t = useTranslations("cover.asking");
  const format = useFormatter();
  const rangeWords = useRangeWords();
  const facts = [
    t("until", { time: format.dateTime(new Date(offer.until), "moment") }),
    t("minutes", { minutes: offer.minutesADay }),
    ...offer.why.map((reason) => t(`why.${reason}`)),
  ];
  return (
    <li className="flex flex-wrap items-center gap-x-6 gap-y-3 border-b border-line bg-accent-soft px-4 py-3 md:px-6">
      <div className="flex min-w-0 flex-1 basis-72 gap-3">
        <MessageCircleQuestion aria-hidden className="mt-0.5 size-5 shrink-0 text-accent-text" />
        <div className="grid min-w-0">
          <h2 className="font-semibold">{t("question", { executive: offer.executive })}</h2>
          <p>{rangeWords(offer)}</p>
          <p className="text-sm text-ink-2 md:text-xs">{facts.join(" · ")}</p>
        </div>
      </div>
      <div className="max-md:w-full">
        <AnswerForm offer={offer} actions={actions} isMain={isMain} />
      </div>
    </li>
  );
}
