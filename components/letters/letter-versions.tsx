import { useTranslations } from "next-intl";
import { useMomentWords } from "@/components/requests/use-promise-words";
import type { LetterVersionView } from "@/lib/letters/schema";

/** The versions of a letter, the latest first: who wrote each and when, and what became of it. */
export function LetterVersions({ versions }: { versions: LetterVersionView[] }) {
  const t = useTranslations("letters.versions");
  const moment = useMomentWords();
  return (
    <ol className="grid text-sm" reversed>
      {versions.map((version) => {
        const { number, writtenByName, writtenAt, decision, decidedByName, remarks } = version;
        const said =
          decision === "approved"
            ? t("approved", { name: decidedByName ?? "" })
            : decision === "returned"
              ? t("returned", { remarks })
              : null;
        return (
          <li key={number} className="grid gap-0.5 border-b border-hair py-2">
            <span className="font-medium">{t("latest", { number })}</span>
            {said && <span className="[overflow-wrap:anywhere]">{said}</span>}
            <span className="tnum text-xs text-ink-2">
              {t("written", { name: writtenByName, at: moment(writtenAt) })}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
