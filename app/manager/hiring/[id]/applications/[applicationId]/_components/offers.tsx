import { getFormatter, getTranslations } from "next-intl/server";
import { DisclosedForm } from "@/app/_shared/forms/disclosed-form";
import { JobOfferBadge } from "@/components/hiring/job-offer-badge";
import { LinkButton } from "@/components/ui/forms/link-button";
import { Link } from "@/components/ui/layout/link";
import { Section } from "@/components/ui/layout/page";
import { isStage } from "@/lib/hiring/applications/rules";
import type { ApplicationView } from "@/lib/hiring/applications/schema";
import type { HiredView } from "@/lib/hiring/hires/schema";
import type { JobOfferView } from "@/lib/hiring/offers/schema";
import { type Day, dayToDate } from "@/lib/time/day";
import { undoHire, withdrawOffer } from "../../../../actions";
import { MakeOffer, type OfferDefaults } from "./make-offer";

type OffersProps = {
  application: ApplicationView;
  offers: readonly JobOfferView[];
  hire: HiredView | null;
  defaults: OfferDefaults;
};

/** The offers to a candidate, the hire that an accepted one leads to, and its undoing. */
export async function Offers({ application, offers, hire, defaults }: OffersProps) {
  const t = await getTranslations("hiring.offer");
  const made = await getTranslations("hiring.hire");
  const format = await getFormatter();
  const { id, requisitionId, status, name } = application;
  const isLive = offers.some((offer) => offer.status === "sent" || offer.status === "accepted");
  const mayOffer = (status === "interview" || status === "offered") && !isLive;
  if (offers.length === 0 && !mayOffer) return null;
  const day = (on: string) => format.dateTime(dayToDate(on as Day), { ...DAY, timeZone: "UTC" });
  return (
    <Section title={t("title")}>
      <ul className="empty:hidden">
        {offers.map((offer) => (
          <li key={offer.id} className="grid gap-1 border-b border-hair py-3">
            <p className="flex flex-wrap items-center gap-3">
              <JobOfferBadge status={offer.status} />
              {offer.status === "sent" && (
                <span className="text-sm text-ink-2">{t("until", { day: day(offer.validUntil) })}</span>
              )}
            </p>
            <p className="tnum text-sm">
              {t("terms", {
                pay: format.number(offer.pay, {
                  style: "currency",
                  currency: offer.currency,
                  maximumFractionDigits: 0,
                }),
                day: day(offer.startsOn),
                percent: offer.ftePercent,
              })}
            </p>
            {offer.answeredAt && offer.answeredName && (
              <p className="text-sm text-ink-2">
                {t("answered", {
                  name: offer.answeredName,
                  when: format.dateTime(new Date(offer.answeredAt), "moment"),
                })}
              </p>
            )}
            {(offer.status === "sent" || offer.status === "accepted") && isStage(status) && (
              <DisclosedForm
                action={withdrawOffer}
                fields={{ id: offer.id, version: offer.version }}
                summary={t("takeBack")}
                submit={t("takeBack")}
                done={t("takenBack")}
              >
                <p className="text-sm text-ink-2">{t("takeBackHint")}</p>
              </DisclosedForm>
            )}
          </li>
        ))}
      </ul>
      {offers.some((offer) => offer.status === "accepted") && status === "offered" && (
        <LinkButton
          href={`/manager/hiring/${requisitionId}/applications/${id}/hire`}
          variant="primary"
          className="w-fit"
        >
          {t("hire", { name: name ?? "" })}
        </LinkButton>
      )}
      {hire && !hire.isUndone && (
        <>
          <p className="flex flex-wrap gap-3">
            {made("isHired")}
            <Link href={`/manager/assistants/${hire.assistantId}`} className="font-medium text-accent">
              {made("toAssistant")}
            </Link>
          </p>
          <DisclosedForm
            action={undoHire}
            fields={{ applicationId: id }}
            summary={made("didNotStart")}
            submit={made("didNotStart")}
            done={made("undone")}
          >
            <p className="text-sm text-ink-2">{made("didNotStartHint")}</p>
          </DisclosedForm>
        </>
      )}
      {hire?.isUndone && <p className="text-ink-2">{made("wasUndone")}</p>}
      {mayOffer && <MakeOffer applicationId={id} defaults={defaults} />}
    </Section>
  );
}

const DAY = { day: "numeric", month: "short", year: "numeric" } as const;
