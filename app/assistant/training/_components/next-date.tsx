import { Video } from "lucide-react";
import { useTranslations } from "next-intl";
import { useDayWords } from "@/components/time/use-day-words";
import { buttonStyle } from "@/components/ui/forms/button-style";
import { hoursText } from "@/lib/time/hours";
import type { ShownArrangement } from "@/lib/training/arrangements/queries";
import type { EnrolmentView } from "@/lib/training/enrolments/schema";
import type { SessionView } from "@/lib/training/sessions/schema";
import { OwnNeeds } from "./attendee-needs";
import { EndEnrolment } from "./end-enrolment";

type NextDateProps = {
  enrolment: EnrolmentView;
  session: SessionView;
  today: string;
  shown: { arranged: ShownArrangement[]; needs: string } | undefined;
};

/** The next date of a course one has a location on: when, where, and the way out. */
export function NextDate({ enrolment, session, today, shown }: NextDateProps) {
  const t = useTranslations("training.mine");
  const arrangement = useTranslations("training.arrangements");
  const dayWords = useDayWords();
  const arranged = (shown?.arranged ?? []).map(({ kind, label }) => label || arrangement(`kinds.${kind}`));
  const { dates, location, link, trainerName } = session;
  const next = dates.find(({ on }) => on >= today) ?? dates[0];
  const trainer = trainerName ?? session.trainer;
  const where = [location, link && t("byLink"), trainer && t("with", { trainer })]
    .filter(Boolean)
    .join(" · ");
  const others = dates.filter((date) => date !== next && date.on >= today);
  return (
    <li className="grid gap-2 border-b border-line py-4">
      {next && (
        <p className="grid">
          <span className="text-sm font-semibold text-accent-text">{dayWords(next.on, "long")}</span>
          <span className="tnum text-2xl font-semibold tracking-tight">{hoursText(next)}</span>
        </p>
      )}
      <p className="font-medium">{enrolment.course}</p>
      {where && <p className="text-base text-ink-2">{where}</p>}
      {others.length > 0 && (
        <p className="tnum text-sm text-ink-2">
          {t("also", { days: others.map((date) => `${dayWords(date.on)}, ${hoursText(date)}`).join(" · ") })}
        </p>
      )}
      {arranged.length > 0 && (
        <p className="text-sm text-ink-2">{arrangement("arranged", { what: arranged.join(" · ") })}</p>
      )}
      <div className="grid grid-cols-2 items-start gap-2 max-w-md">
        {link ? (
          <a href={link} target="_blank" rel="noreferrer" className={buttonStyle("outline")}>
            <Video aria-hidden />
            {t("link")}
          </a>
        ) : null}
        <EndEnrolment enrolment={enrolment} kind="booked" />
      </div>
      <p className="flex flex-wrap gap-x-4 text-sm">
        {dates.map(
          (date, i) =>
            date.on >= today && (
              <a
                key={date.id}
                href={`/api/training/enrolments/${enrolment.id}/calendar/${i + 1}`}
                download
                className="underline-offset-2 hover:underline"
              >
                {dates.length > 1 ? `${t("toCalendar")}, ${dayWords(date.on)}` : t("toCalendar")}
              </a>
            ),
        )}
      </p>
      <OwnNeeds enrolmentId={enrolment.id} words={shown?.needs ?? ""} />
    </li>
  );
}
