import { getFormatter, getTranslations } from "next-intl/server";
import { DisclosedForm } from "@/app/_shared/forms/disclosed-form";
import { InterviewBadge } from "@/components/hiring/interview-badge";
import { Link } from "@/components/ui/layout/link";
import { Section } from "@/components/ui/layout/page";
import type { InterviewView } from "@/lib/hiring/interviews/schema";
import { callInterviewOff } from "../../../../actions";
import { OfferInterview, type PanelOption } from "./offer-interview";

type InterviewsProps = {
  application: { id: string; requisitionId: string };
  interviews: readonly InterviewView[];
  panel: PanelOption[];
  today: string;
  until: string;
  canOffer: boolean;
};

/** The interviews with a candidate, and a form that offers another one. */
export async function Interviews({
  application,
  interviews,
  panel,
  today,
  until,
  canOffer,
}: InterviewsProps) {
  const t = await getTranslations("hiring.interview");
  const format = await getFormatter();
  const isWaiting = interviews.some(({ status }) => status === "offered");
  return (
    <Section title={t("title")}>
      {interviews.length === 0 && <p className="text-ink-2">{t("none")}</p>}
      <ul className="empty:hidden">
        {interviews.map(
          ({ id, title, place, minutes, status, startsAt, timeZone, people, from, to, version, isHeld }) => (
            <li key={id} className="grid gap-1 border-b border-hair py-3">
              <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
                <Link href={`/manager/hiring/interviews/${id}`} className="font-medium">
                  {title}
                </Link>
                <InterviewBadge {...{ status, isHeld }} />
              </p>
              <p className="tnum text-sm">
                {startsAt
                  ? t("when", {
                      when: format.dateTime(new Date(startsAt), {
                        weekday: "short",
                        day: "numeric",
                        month: "short",
                        hour: "2-digit",
                        minute: "2-digit",
                        hourCycle: "h23",
                        timeZone,
                      }),
                      minutes,
                    })
                  : t("between", {
                      from: format.dateTime(new Date(`${from}T12:00:00Z`), "day"),
                      to: format.dateTime(new Date(`${to}T12:00:00Z`), "day"),
                      minutes,
                    })}
              </p>
              <p className="text-sm text-ink-2">
                {[place, ...people.map(({ name, isAway }) => (isAway ? t("covered", { name }) : name))].join(
                  " · ",
                )}
              </p>
              {status !== "cancelled" && !isHeld && (
                <div className="flex flex-wrap gap-3">
                  <DisclosedForm
                    action={callInterviewOff}
                    fields={{ id, version }}
                    summary={t("cancel")}
                    label={t("cancelOf", { title })}
                    submit={t("cancelNow")}
                    done={t("cancelled")}
                  >
                    <p className="text-sm text-ink-2">{t("cancelHint")}</p>
                  </DisclosedForm>
                </div>
              )}
            </li>
          ),
        )}
      </ul>
      {canOffer && !isWaiting && (
        <OfferInterview
          applicationId={application.id}
          requisitionId={application.requisitionId}
          {...{ panel, today, until }}
        />
      )}
    </Section>
  );
}
