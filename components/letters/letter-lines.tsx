import { useTranslations } from "next-intl";
import { JustChanged } from "@/components/live/just-changed";
import { useMomentWords } from "@/components/requests/use-promise-words";
import { Link } from "@/components/ui/layout/link";
import type { LetterLine } from "@/lib/letters/schema";
import { LetterBadge } from "./letter-badge";

/** Letters in a list: what about, for whom, which version and how it stands. */
export function LetterLines({ letters, path }: { letters: LetterLine[]; path: string }) {
  const t = useTranslations("letters");
  const moment = useMomentWords();
  return (
    <ul className="-mx-(--edge)">
      {letters.map(({ id, title, requestSummary, executiveName, number, updatedAt, status }) => (
        <li key={id} className="row grid-cols-[minmax(0,1fr)_auto]">
          <div className="min-w-0">
            <Link href={`${path}/${id}`} className="row-link">
              {title || requestSummary} <JustChanged id={id} />
            </Link>
            <span className="row-meta tnum">
              {t("line", { executive: executiveName, number, at: moment(updatedAt) })}
            </span>
          </div>
          <LetterBadge status={status} />
        </li>
      ))}
    </ul>
  );
}
