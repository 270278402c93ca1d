import { useTranslations } from "next-intl";
import { ABSENCE_MOVES } from "@/lib/absences/requests/rules";
import type { AbsenceCard } from "@/lib/coverage/leave-cover/queries";
import { statusAfter } from "@/lib/moves/rules";
import { CancellationForm } from "../decide-form";
import { CoverForm } from "./cover-form";
import { DeclineForm } from "./decline-form";

type DecisionProps = { card: AbsenceCard; isOwn: boolean };

/** What the manager can decide: approve leave with its cover or decline it, confirm cover of what stands, grant a cancellation. */
export function Decision({ card, isOwn }: DecisionProps) {
  const absences = useTranslations("absences");
  const refusals = useTranslations("refusals");
  const { absence } = card;
  const isEnding = absence.status === "cancellation_requested";
  const isWaiting = isEnding || statusAfter(ABSENCE_MOVES, absence.status, "approve") !== null;
  const others = absence.status === "provisionally_approved" ? "waitingSecond" : "othersDecide";
  if (isOwn && isWaiting) return <p className="text-sm text-ink-2">{refusals("own_absence")}</p>;
  if (isWaiting && !absence.canDecide) return <p className="text-sm text-ink-2">{absences(others)}</p>;
  const key = JSON.stringify(card.gaps);
  if (isEnding) return <CancellationForm absence={absence} />;
  if (!isWaiting) return canCover(card) ? <CoverForm card={card} kind="cover" key={key} /> : null;
  return (
    <>
      <CoverForm card={card} kind="approve" key={key} />
      <DeclineForm absence={absence} />
    </>
  );
}

/** True when there is something to decide, or words that say who does. */
export function hasDecision({ absence, ...card }: AbsenceCard): boolean {
  const isEnding = absence.status === "cancellation_requested";
  const isWaiting = statusAfter(ABSENCE_MOVES, absence.status, "approve") !== null;
  return isEnding || isWaiting || canCover({ absence, ...card });
}

function canCover(card: AbsenceCard): boolean {
  return card.absence.status === "approved" && (card.covers.length > 0 || hasNewGaps(card));
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
