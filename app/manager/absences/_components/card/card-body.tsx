import { useTranslations } from "next-intl";
import { OutlookFacts } from "@/components/absences/outlook-facts";
import { SicknessTaps } from "@/components/absences/sickness-taps";
import { Section } from "@/components/ui/layout/page";
import { end, prolong } from "../../actions";
import { CancelForm } from "../decide-form";
import { CardHistory } from "./card-history";
import { AcceptedGaps, AlsoAwayList } from "./card-lists";
import { CardSummary } from "./card-summary";
import { ExecutiveList } from "./executive-list";
import { GapList } from "./gap-list";
import type { ReadCard } from "./read-card";
import { TouchedShifts } from "./touched-shifts";

/** What is to be known of an absence; `address` shows it anew with other covers chosen. */
export function CardBody({ card, picks, outlook, taps, shifts, address }: ReadCard & { address: string }) {
  const t = useTranslations("cover");
  const { absence, gaps } = card;
  return (
    <>
      <CardSummary card={card} />
      <ExecutiveList card={card} picks={picks} address={address} />
      {gaps.length > 0 && (
        <Section title={t("gaps.title")} meta={t("halfDays", { count: gaps.length })}>
          <GapList card={card} />
        </Section>
      )}
      {shifts.length > 0 && <TouchedShifts shifts={shifts} />}
      {outlook ? (
        <Section title={t("takes")}>
          <OutlookFacts outlook={outlook} />
        </Section>
      ) : (
        <AlsoAwayList away={card.alsoAway} />
      )}
      <AcceptedGaps card={card} />
      {taps.length > 0 && (
        <Section title={t("sick.managerTitle")}>
          <SicknessTaps absence={absence} taps={taps} prolong={prolong} end={end} voice="manager" />
        </Section>
      )}
      <div className="grid gap-1">
        <CardHistory id={absence.id} />
        {absence.status === "approved" && absence.canDecide && <CancelForm absence={absence} />}
      </div>
    </>
  );
}
