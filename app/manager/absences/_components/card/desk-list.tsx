import { useFormatter, useTranslations } from "next-intl";
import { useRangeWords } from "@/components/notices/notice-list";
import { SlotIcon, type SlotMark, slotStyle } from "@/components/ui/badge";
import { cx } from "@/components/ui/cx";
import { Section } from "@/components/ui/page";
import type { AbsenceCard } from "@/lib/coverage/absence-card";
import type { CardDesk, DeskRun, WhyChosen } from "@/lib/coverage/rules/absence-card";
import { dayToDate } from "@/lib/time/day";
import { Alternatives } from "./alternatives";
import { OfferActions } from "./offer-actions";

type DeskListProps = { card: AbsenceCard; picks: readonly string[] };

/** Each executive the absence hits, and who steps in when; another person is one tap away. */
export function DeskList({ card, picks }: DeskListProps) {
  const t = useTranslations("cover");
  const format = useFormatter();
  if (card.desks.length === 0) return null;
  return (
    <Section title={t("who")}>
      <ul className="grid gap-4">
        {card.desks.map((desk) => (
          <li key={desk.executiveId} className="grid gap-1.5">
            <p className="flex flex-wrap items-baseline gap-x-2">
              <span className="text-base font-semibold">{desk.name}</span>
              <span className="text-sm text-ink-2">
                {desk.title && `${desk.title} · `}
                {t("tier", { tier: desk.tier })} · {t("halfDays", { count: desk.halfDays })}
              </span>
            </p>
            <ul className="grid gap-1">
              {desk.runs.map((run) => (
                <Run key={`${run.from} ${run.fromPart}`} run={run} desk={desk} />
              ))}
            </ul>
            {desk.runs.some((run) => run.state === "planned" || run.state === "gap") && (
              <Alternatives absenceId={card.absence.id} desk={desk} picks={picks} />
            )}
          </li>
        ))}
      </ul>
      {card.plannedUntil && (
        <p className="text-sm text-ink-2">
          {t("later", { day: format.dateTime(dayToDate(card.plannedUntil), "dayYear", { timeZone: "UTC" }) })}
        </p>
      )}
    </Section>
  );
}

const MARKS: Record<DeskRun["state"], SlotMark> = {
  planned: "plan",
  covered: "cover",
  offered: "plan",
  gap: "gap",
};

function Run({ run, desk }: { run: DeskRun; desk: CardDesk }) {
  const t = useTranslations("cover");
  const rangeWords = useRangeWords();
  const whyWords = useWhyWords();
  const mark = MARKS[run.state];
  return (
    <li className={cx("flex flex-wrap items-start gap-x-2 gap-y-1 rounded-md px-2.5 py-2", slotStyle[mark])}>
      <SlotIcon mark={mark} className="mt-0.5" />
      <span className="grid min-w-0 flex-1 basis-48">
        <span className="text-base font-semibold">{run.name ?? t("state.gap")}</span>
        <span className="tnum text-sm">
          {rangeWords(run)}
          {run.state !== "gap" && ` · ${t(`state.${run.state}`)}`}
        </span>
        {run.why && run.state === "planned" && <span className="text-sm">{whyWords(run.why)}</span>}
      </span>
      {run.state === "offered" && run.coverId && (
        <OfferActions coverId={run.coverId} name={run.name ?? ""} executive={desk.name} />
      )}
    </li>
  );
}

function useWhyWords() {
  const t = useTranslations("cover.why");
  return ({ backupRank, hasCoveredBefore, isSameSite, fit }: WhyChosen): string =>
    [
      backupRank !== null && t("backup", { rank: backupRank }),
      hasCoveredBefore && t("before"),
      isSameSite && t("site"),
      t("fit", { fit }),
    ]
      .filter(Boolean)
      .join(" · ");
}
