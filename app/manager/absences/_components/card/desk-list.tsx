import { useFormatter, useTranslations } from "next-intl";
import { useRangeWords } from "@/components/notices/notice-list";
import { SlotIcon, type SlotMark, slotStyle } from "@/components/ui/layout/badge";
import { cx } from "@/components/ui/layout/cx";
import { Section } from "@/components/ui/layout/page";
import type { AbsenceCard } from "@/lib/coverage/leave-cover/queries";
import type { CardDesk, DeskRun, WhyChosen } from "@/lib/coverage/leave-cover/rules-card";
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
            <div className="flex items-start gap-2">
              <p className="min-w-0 flex-1">
                <span className="text-base font-semibold">{desk.name}</span>{" "}
                <span className="text-sm text-ink-2 max-sm:block">
                  {desk.title && `${desk.title} · `}
                  {t("tier", { tier: desk.tier })} · {t("halfDays", { count: desk.halfDays })}
                  {desk.picked && ` · ${t("picked")}`}
                </span>
              </p>
              {canChoose(desk) && <Alternatives absenceId={card.absence.id} desk={desk} picks={picks} />}
            </div>
            <ul className="grid gap-1">
              {desk.runs.map((run) => (
                <Run
                  key={JSON.stringify([run.from, run.fromPart, run.window, run.dutyIds])}
                  run={run}
                  desk={desk}
                  dutyNames={card.dutyNames}
                  isWhole={desk.runs.length === 1}
                />
              ))}
            </ul>
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

/** Somebody else can be chosen where anybody is planned or free, or a choice taken back. */
function canChoose(desk: CardDesk): boolean {
  const isOpen = desk.runs.some((run) => run.state === "planned" || run.state === "gap");
  const isPlanned = desk.runs.some((run) => run.state === "planned");
  return isOpen && (isPlanned || desk.alternatives.length > 0 || desk.picked !== null);
}

const MARKS: Record<DeskRun["state"], SlotMark> = {
  planned: "plan",
  covered: "cover",
  offered: "plan",
  gap: "gap",
};

type RunProps = { run: DeskRun; desk: CardDesk; dutyNames: Record<string, string>; isWhole: boolean };

function Run({ run, desk, dutyNames, isWhole }: RunProps) {
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
          {[
            isWhole && run.state === "planned" && !run.window ? null : rangeWords(run),
            run.dutyIds.map((id) => dutyNames[id] ?? id).join(", "),
            run.state === "gap" ? null : t(`state.${run.state}`),
            run.why && run.state === "planned" ? whyWords(run.why) : null,
          ]
            .filter(Boolean)
            .join(" · ")}
        </span>
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
