import { useTranslations } from "next-intl";
import { LetterLines } from "@/components/letters/letter-lines";
import type { LetterLine } from "@/lib/letters/schema";
import { SupportPart } from "./support-part";

/** Letters that wait for the executive's approval, the one that has waited longest first. */
export function OwnLetters({ letters }: { letters: LetterLine[] }) {
  const t = useTranslations("letters.approve");
  if (letters.length === 0) return null;
  return (
    <SupportPart title={t("title")} count={letters.length}>
      <div className="px-4 md:px-0">
        <LetterLines letters={letters} path="/executive/letters" />
      </div>
    </SupportPart>
  );
}
