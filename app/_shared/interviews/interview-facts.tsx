import { CalendarPlus } from "lucide-react";
import { getFormatter, getTranslations } from "next-intl/server";
import { InterviewBadge } from "@/components/hiring/interview-badge";
import { Facts } from "@/components/ui/layout/facts";
import type { OwnInterview } from "@/lib/hiring/interviews/queries";
import { interviewEnd } from "@/lib/hiring/interviews/rules";

/** When and where an interview is, who is on its panel, and the file for one's calendar. */
export async function InterviewFacts({ interview }: { interview: OwnInterview }) {
  const t = await getTranslations("hiring.interview");
  const format = await getFormatter();
  const { id, job, status, startsAt, timeZone, minutes, place, people, isHeld } = interview;
  const clock = (at: Date) =>
    format.dateTime(at, { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone });
  const start = startsAt ? new Date(startsAt) : null;
  return (
    <div className="grid gap-3">
      <Facts
        facts={[
          { label: t("status.title"), value: <InterviewBadge {...{ status, isHeld }} /> },
          {
            label: t("time"),
            value: start
              ? `${format.dateTime(start, { weekday: "long", day: "numeric", month: "long", timeZone })}, ${clock(start)}–${clock(interviewEnd(start, minutes))}`
              : t("notChosen", { count: minutes }),
          },
          { label: t("place"), value: place },
          { label: t("job"), value: job },
          { label: t("panel"), value: people.map(({ name }) => name).join(", ") },
        ]}
      />
      {start && (
        <a
          href={`/api/interviews/${id}/invitation`}
          className="inline-flex min-h-11 w-fit items-center gap-2 font-medium text-accent"
        >
          <CalendarPlus aria-hidden className="size-4" />
          {t("toCalendar")}
        </a>
      )}
    </div>
  );
}
