import { useFormatter, useTranslations } from "next-intl";
import { useRangeWords } from "@/components/time/use-range-words";
import { SlotIcon, type SlotMark, slotStyle } from "@/components/ui/layout/badge";
import { cx } from "@/components/ui/layout/cx";
import { Section } from "@/components/ui/layout/page";
import type { AbsenceCard } from "@/lib/coverage/leave-cover/queries";
import type { CardExecutive, ExecutiveRun, WhyChosen } from "@/lib/coverage/leave-cover/rules-card";
import { dayToDate } from "@/lib/time/day";
import { Alternatives } from "./alternatives";
import { OfferActions } from "./offer-actions";

type ExecutiveListProps = { card: AbsenceCard; picks: readonly string[]; address: string };

/** Each executive the absence hits, and who steps in when; another person is one tap away. */
export function ExecutiveList({ card, picks, address }: ExecutiveListProps) {
  const t = useTranslations("cover");
  const format = useFormatter();
  if (card.executives.length === 0) return null;
  return (
    <Section title={t("who")}>
      <ul className="grid gap-3">
        {card.executives.map((executive) => (
          <li key={executive.executiveId} className="grid gap-1.5">
            <div className="flex items-start gap-2">
              <p className="min-w-0 flex-1">
                <span className="block text-sm font-medium">{executive.name}</span>
                <span className="block text-xs text-ink-2">
                  {executive.title && `${executive.title} · `}
                  {t("tier", { tier: executive.tier })} · {t("halfDays", { count: executive.halfDays })}
                  {executive.picked && ` · ${t("picked")}`}
                </span>
              </p>
              {canChoose(executive) && <Alternatives address={address} executive={executive} picks={picks} />}
            </div>
            <ul className="grid gap-1">
              {executive.runs.map((run) => (
                <Run
                  key={JSON.stringify([run.from, run.fromPart, run.window, run.dutyIds])}
                  run={run}
                  executive={executive}
                  dutyNames={card.dutyNames}
                  isWhole={executive.runs.length === 1}
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
function canChoose(executive: CardExecutive): boolean {
  const isOpen = executive.runs.some((run) => run.state === "planned" || run.state === "gap");
  const isPlanned = executive.runs.some((run) => run.state === "planned");
  return isOpen && (isPlanned || executive.alternatives.length > 0 || executive.picked !== null);
}

const MARKS: Record<ExecutiveRun["state"], SlotMark> = {
  planned: "plan",
  covered: "cover",
  offered: "plan",
  gap: "gap",
};

type RunProps = {
  run: ExecutiveRun;
  executive: CardExecutive;
  dutyNames: Record<string, string>;
  isWhole: boolean;
};

function Run({ run, executive, dutyNames, isWhole }: RunProps) {
  const t = useTranslations("cover");
  const rangeWords = useRangeWords();
  const whyWords = useWhyWords();
  const mark = MARKS[run.state];
  return (
    <li className={cx("flex flex-wrap items-start gap-x-2 gap-y-1 rounded-md px-2 py-1", slotStyle[mark])}>
      <SlotIcon mark={mark} className="mt-0.5" />
      <span className="grid min-w-0 flex-1 basis-48">
        <span className="text-sm font-medium">{run.name ?? t("state.gap")}</span>
        <span className="tnum text-xs">
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
        <OfferActions
          offer={{ id: run.coverId, version: String(run.coverVersion) }}
          name={run.name ?? ""}
          executive={executive.name}
        />
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
