import { Star } from "lucide-react";
import { useTranslations } from "next-intl";
import type { RatingView } from "@/lib/requests/ratings/schema";

/** How who asked says a request went. */
export function RatingLine({ rating, name }: { rating: RatingView | null; name: string }) {
  const t = useTranslations("requests.rating");
  if (!rating) return null;
  return (
    <p className="flex flex-wrap items-center gap-x-2 text-sm">
      <Star aria-hidden className="size-4 fill-current text-accent-text" />
      <span className="tnum font-medium">{t("given", { name, value: rating.value })}</span>
      {rating.word && <q className="text-ink-2">{rating.word}</q>}
    </p>
  );
}
