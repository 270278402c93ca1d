import { useTranslations } from "next-intl";
import { buttonStyle } from "@/components/ui/forms/button-style";
import { LETTER_FILES } from "@/lib/letters/rules-choices";

/** A letter as a file: to print, to go on with in Word, or to send as a mail. */
export function LetterFiles({ id }: { id: string }) {
  const t = useTranslations("letters.files");
  return (
    <ul aria-label={t("label")} className="flex flex-wrap gap-1">
      {LETTER_FILES.map((as) => (
        <li key={as}>
          <a href={`/api/v1/letters/${id}/file?as=${as}`} download className={buttonStyle("ghost")}>
            {t(as)}
          </a>
        </li>
      ))}
    </ul>
  );
}
