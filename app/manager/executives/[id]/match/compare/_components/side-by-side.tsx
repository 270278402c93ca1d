import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { LoadBar } from "@/components/matching/load-bar";
import { useFitWords } from "@/components/matching/use-fit-words";
import { cx } from "@/components/ui/layout/cx";
import { Link } from "@/components/ui/layout/link";
import { differencesOf } from "@/lib/matching/placements/rules-differences";
import type { CandidatePlacement, ComparedView } from "@/lib/matching/placements/schema";
import { FIT_PARTS, type FitPart } from "@/lib/matching/weights/rules";
import { addDays, day as dayOf } from "@/lib/time/day";
import { matchAddress } from "../../match-address";
import { Choose } from "./choose";
import { TryOut } from "./try-out";

type SideBySideProps = {
  compared: ComparedView;
  asked: { from: string; with: readonly string[]; show: string };
  /** Who is shown on a phone, where there is room for one. */
  person: string;
  day: string;
};

/** Time for both to answer before a trial begins. */
const DAYS_TO_ANSWER = 14;
const rowHead = "border-t border-hair py-3 pr-3 text-left align-top text-sm font-normal";

/** Up to four assistants part by part; what is clearly more or less says so in words. */
export function SideBySide({ compared, asked, person, day }: SideBySideProps) {
  const t = useTranslations("matching");
  const words = useFitWords();
  const { candidates, weights, executiveId, takeovers } = compared;
  const takeoverOf = (id: string) => {
    const found = takeovers.find(({ assistantId }) => assistantId === id);
    if (!found) return t("compare.none");
    return found.moves === null
      ? t("compare.noTakeover")
      : found.moves.map((move) => t("compare.takeoverOf", move)).join(" · ");
  };
  const differences = differencesOf(candidates.map(({ parts }) => parts));
  const shown = FIT_PARTS.filter(
    (part) => asked.show !== "differences" || differences[part].some((one) => one !== null),
  );
  const cell = (id: string) =>
    cx("border-t border-hair py-3 pr-4 align-top", id !== person && "max-md:hidden print:table-cell");
  return (
    <table className="w-full table-fixed text-sm">
      <caption className="sr-only">{t("compare.caption")}</caption>
      <colgroup>
        <col className="w-32 md:w-44" />
      </colgroup>
      <thead>
        <tr>
          <td />
          {candidates.map(({ assistantId, name, total, known, isPrimaryNow }) => (
            <th
              key={assistantId}
              scope="col"
              className={cx(cell(assistantId), "border-t-0 pt-0 text-left font-normal")}
            >
              <span className="flex items-start gap-2">
                <span className="flex-1 font-semibold">{name}</span>
                {candidates.length > 1 && (
                  <Link
                    href={matchAddress(executiveId, {
                      ...asked,
                      with: asked.with.filter((id) => id !== assistantId),
                    })}
                    aria-label={t("compare.remove", { name })}
                    className="grid size-6 place-items-center rounded-md hover:bg-sunken print:hidden touch:size-11"
                  >
                    <X aria-hidden className="size-4" />
                  </Link>
                )}
              </span>
              <span className="tnum text-2xl font-semibold">{total}</span>{" "}
              <span className="tnum text-xs text-ink-2">{t("knownOf", { known })}</span>
              {isPrimaryNow && <span className="block text-xs text-ink-2">{t("now")}</span>}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {shown.map((part) => (
          <tr key={part}>
            <th scope="row" className={rowHead}>
              {t(`part.${part}`)}{" "}
              <span className="tnum text-ink-2">{t("weight", { weight: weights[part] })}</span>
            </th>
            {candidates.map((candidate, index) => (
              <td key={candidate.assistantId} className={cell(candidate.assistantId)}>
                <PartOfOne candidate={candidate} part={part} difference={differences[part][index] ?? null} />
              </td>
            ))}
          </tr>
        ))}
        {shown.length === 0 && (
          <tr>
            <td className={rowHead} />
            <td colSpan={candidates.length} className={rowHead}>
              {t("compare.same")}
            </td>
          </tr>
        )}
        <tr>
          <th scope="row" className={rowHead}>
            {t("load")}
          </th>
          {candidates.map((candidate) => (
            <td key={candidate.assistantId} className={cell(candidate.assistantId)}>
              <LoadBar {...candidate} />
            </td>
          ))}
        </tr>
        <tr>
          <th scope="row" className={rowHead}>
            {t("compare.conflicts")}
          </th>
          {candidates.map((candidate) => (
            <td key={candidate.assistantId} className={cx(cell(candidate.assistantId), "text-xs text-ink-2")}>
              {words.gates(candidate) || t("compare.none")}
            </td>
          ))}
        </tr>
        {takeovers.length > 0 && (
          <tr>
            <th scope="row" className={rowHead}>
              {t("compare.takeover")}
            </th>
            {candidates.map(({ assistantId }) => (
              <td key={assistantId} className={cx(cell(assistantId), "text-xs text-ink-2")}>
                {takeoverOf(assistantId)}
              </td>
            ))}
          </tr>
        )}
        <tr className="print:hidden">
          <td className={rowHead} />
          {candidates.map((candidate) => (
            <td key={candidate.assistantId} className={cell(candidate.assistantId)}>
              {!candidate.isPrimaryNow && (
                <>
                  <Choose candidate={candidate} compared={compared} day={day} />
                  {!candidate.gates.includes("not_available") && (
                    <TryOut
                      candidate={candidate}
                      executiveId={compared.executiveId}
                      from={addDays(dayOf(compared.from), DAYS_TO_ANSWER)}
                    />
                  )}
                </>
              )}
            </td>
          ))}
        </tr>
      </tbody>
    </table>
  );
}

type PartOfOneProps = { candidate: CandidatePlacement; part: FitPart; difference: "more" | "less" | null };

function PartOfOne({ candidate: { parts }, part, difference }: PartOfOneProps) {
  const t = useTranslations("matching");
  const points = parts[part];
  if (typeof points !== "number")
    return <span className="text-ink-2">{t(points === "not_known" ? "notKnown" : "notAsked")}</span>;
  return (
    <span className="grid grid-cols-[2rem_minmax(0,1fr)] items-center">
      <span className="tnum font-medium">{points}</span>
      <span aria-hidden className="block h-1.5 overflow-hidden rounded-full bg-sunken">
        <span className="block h-full bg-accent" style={{ width: `${points}%` }} />
      </span>
      {difference && <span className="col-start-2 text-xs font-medium">{t(`compare.${difference}`)}</span>}
    </span>
  );
}
