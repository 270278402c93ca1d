"use client";
import { useNow, useTranslations } from "next-intl";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { Form } from "@/components/ui/forms/form";
import { RatingButtons } from "@/components/ui/forms/rating-buttons";
import { TextField } from "@/components/ui/forms/text-field";
import { isRatable, isRatingChangeable } from "@/lib/requests/ratings/rules";
import type { RatingView } from "@/lib/requests/ratings/schema";
import type { SupportRequestView } from "@/lib/requests/schema";
import { sayHowRequestWent } from "../actions";

type OwnRatingProps = { request: SupportRequestView; rating: RatingView | null };

/** How a request went, in one press; a word may stand beside it. It can be changed for seven days. */
export function OwnRating({ request: { id, status, assigneeName }, rating }: OwnRatingProps) {
  const t = useTranslations("requests.rating");
  const refusals = useRefusalWords();
  const now = useNow();
  if (!isRatable(status) || (rating && !isRatingChangeable(rating, now))) return null;
  return (
    <Form
      action={sayHowRequestWent}
      refusals={refusals}
      done={t("thanks")}
      values={{ word: rating?.word ?? "" }}
      aria-label={t("ask")}
      className="max-w-md gap-2 rounded-lg border border-line p-3"
    >
      <input type="hidden" name="id" value={id} />
      <TextField name="word" label={t("word")} maxLength={500} isRequired={false} />
      <p className="text-sm font-medium">{assigneeName ? t("askOf", { name: assigneeName }) : t("ask")}</p>
      <RatingButtons name="value" given={rating?.value} labelOf={(value) => t("of", { value })} />
    </Form>
  );
}
