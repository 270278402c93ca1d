import { useTranslations } from "next-intl";
import { isWaiting } from "@/lib/absences/requests/rules-statuses";
import type { AbsenceCard } from "@/lib/coverage/leave-cover/queries";
import { CancellationForm } from "../decide-form";
import { CoverForm } from "./cover-form";
import { DeclineForm } from "./decline-form";

type DecisionProps = { card: AbsenceCard; isOwn: boolean };

/** What the manager can decide: approve leave with its cover or decline it, confirm cover of what stands, grant a cancellation. */
export function Decision({ card, isOwn }: DecisionProps) {
  const absences = useTranslations("absences");
  const refusals = useTranslations("refusals");
  const { absence } = card;
  const isToDecide = isWaiting(absence.status);
  const others = absence.status === "provisionally_approved" ? "waitingSecond" : "othersDecide";
  if (isOwn && isToDecide) return <p className="text-sm text-ink-2">{refusals("own_absence")}</p>;
  if (isToDecide && !absence.canDecide) return <p className="text-sm text-ink-2">{absences(others)}</p>;
  const key = JSON.stringify(card.gaps);
  if (absence.status === "cancellation_requested") return <CancellationForm absence={absence} />;
  if (!isToDecide) return canCover(card) ? <CoverForm card={card} kind="cover" key={key} /> : null;
  return (
    <>
      <CoverForm card={card} kind="approve" key={key} />
      <DeclineForm absence={absence} />
    </>
  );
}

/** True when there is something to decide, or words that say who does. */
export function hasDecision(card: AbsenceCard): boolean {
  return isWaiting(card.absence.status) || canCover(card);
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
