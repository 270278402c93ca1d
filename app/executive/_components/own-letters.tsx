import { useTranslations } from "next-intl";
import { LetterLines } from "@/components/letters/letter-lines";
import type { LetterLine } from "@/lib/letters/schema";

/** Letters that wait for the executive's approval, the one that has waited longest first. */
export function OwnLetters({ letters }: { letters: LetterLine[] }) {
  const t = useTranslations("letters.approve");
  if (letters.length === 0) return null;
  return (
    <section aria-labelledby="letters" className="px-4 pt-5 md:px-0 md:pt-6">
      <h2
        id="letters"
        className="flex items-center gap-1.5 text-xs font-medium text-ink-3 max-md:min-h-11 md:border-b md:border-line md:pb-2 md:text-base md:font-semibold md:text-ink"
      >
        {t("title")}
        <span className="tnum font-normal text-ink-2">{letters.length}</span>
      </h2>
      <LetterLines letters={letters} path="/executive/letters" />
    </section>
  );
}
