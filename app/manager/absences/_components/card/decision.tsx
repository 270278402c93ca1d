import { useTranslations } from "next-intl";
import { SicknessTaps } from "@/components/absences/sickness-taps";
import { Section } from "@/components/ui/layout/page";
import { ABSENCE_MOVES } from "@/lib/absences/requests/rules";
import type { AbsenceCard } from "@/lib/coverage/leave-cover/queries";
import type { SicknessTap } from "@/lib/coverage/leave-cover/rules-sickness";
import { statusAfter } from "@/lib/moves/rules";
import { end, prolong } from "../../actions";
import { CancelForm } from "../decide-form";
import { CoverForm } from "./cover-form";
import { DeclineForm } from "./decline-form";
import { GapList } from "./gap-list";

type DecisionProps = { card: AbsenceCard; isOwn: boolean; taps: SicknessTap[] };

/** What the manager can do: approve leave with its cover, confirm cover of what stands, decline, change how long. */
export function Decision({ card, isOwn, taps }: DecisionProps) {
  const t = useTranslations("cover");
  const absences = useTranslations("absences");
  const refusals = useTranslations("refusals");
  const { absence } = card;
  const isWaiting = statusAfter(ABSENCE_MOVES, absence.status, "approve") !== null;
  const canApprove = isWaiting && absence.canDecide;
  const canCover = absence.status === "approved" && (card.covers.length > 0 || hasNewGaps(card));
  const others = absence.status === "provisionally_approved" ? "waitingSecond" : "othersDecide";
  if (isOwn && isWaiting) return <p className="text-sm text-ink-2">{refusals("own_absence")}</p>;
  if (isWaiting && !canApprove) return <p className="text-sm text-ink-2">{absences(others)}</p>;
  return (
    <>
      {card.gaps.length > 0 && (canApprove || canCover) && (
        <Section title={t("gaps.title")} meta={t("halfDays", { count: card.gaps.length })}>
          <GapList card={card} />
        </Section>
      )}
      {(canApprove || canCover) && (
        <CoverForm card={card} kind={canApprove ? "approve" : "cover"} key={JSON.stringify(card.gaps)} />
      )}
      {canApprove && <DeclineForm absence={absence} />}
      {taps.length > 0 && (
        <Section title={t("sick.managerTitle")}>
          <SicknessTaps absence={absence} taps={taps} prolong={prolong} end={end} voice="manager" />
        </Section>
      )}
      {absence.status === "approved" && absence.canDecide && <CancelForm absence={absence} />}
    </>
  );
}

/** True when a gap is open that nobody has accepted for this absence. */
function hasNewGaps({ gaps, accepted }: AbsenceCard): boolean {
  return gaps.some(
    (gap) =>
      !accepted.some(
        (known) => known.executiveId === gap.executiveId && known.on === gap.on && known.part === gap.part,
      ),
  );
}
