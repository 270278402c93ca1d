import { CalendarCheck, CalendarPlus, Clock, MapPin } from "lucide-react";
import { getFormatter, getNow, getTranslations } from "next-intl/server";
import { cityOf } from "@/components/meetings/use-meeting-words";
import { YourTime } from "@/components/meetings/your-time";
import type { InterviewRow } from "@/lib/hiring/interviews/queries";
import { interviewEnd, mayMoveOwn } from "@/lib/hiring/interviews/rules";
import { callOff } from "../actions";
import { Act } from "./act";

type OwnInterviewProps = { interview: InterviewRow; token: string; locale: string };

/** The interview of a candidate: a time to choose, or when and where it is. */
export async function OwnInterview({ interview, token, locale }: OwnInterviewProps) {
  const t = await getTranslations("careers.interview");
  const format = await getFormatter();
  const now = await getNow();
  const { startsAt, minutes, place, application } = interview;
  const { timeZone } = application.requisition.pool;
  const home = `/careers/status/${encodeURIComponent(token)}`;
  if (!startsAt)
    return (
      <a
        href={`${home}/time?lang=${locale}`}
        className="inline-flex h-13 items-center justify-center gap-2 rounded-lg bg-accent px-5 text-[1.0625rem] font-semibold text-surface"
      >
        <CalendarCheck aria-hidden className="size-5" />
        {t("choose")}
      </a>
    );
  const clock = (at: Date) =>
    format.dateTime(at, { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone });
  const isOver = startsAt <= now;
  return (
    <section className="grid gap-3 rounded-xl border border-line-2 bg-own-bg p-5">
      <h2 className="text-xl font-semibold">{t("booked")}</h2>
      <p className="tnum text-[1.125rem] font-medium">
        {format.dateTime(startsAt, { weekday: "long", day: "numeric", month: "long", timeZone })},{" "}
        {clock(startsAt)}–{clock(interviewEnd(startsAt, minutes))}
        <YourTime startsAt={startsAt.toISOString()} minutes={minutes} timeZone={timeZone} />
      </p>
      <p className="flex items-center gap-2 text-ink-2">
        <Clock aria-hidden className="size-4 shrink-0" />
        {t("zone", { city: cityOf(timeZone) })}
      </p>
      <p className="flex items-center gap-2 text-ink-2">
        <MapPin aria-hidden className="size-4 shrink-0" />
        {place}
      </p>
      <a
        href={`${home}/interview`}
        className="inline-flex min-h-11 w-fit items-center gap-2 font-medium text-accent"
      >
        <CalendarPlus aria-hidden className="size-5" />
        {t("addToCalendar")}
      </a>
      {!isOver && (
        <div className="grid divide-y divide-line border-t border-line">
          {mayMoveOwn(interview, now) && (
            <a href={`${home}/time?lang=${locale}`} className="flex min-h-12 items-center text-[1.0625rem]">
              {t("move")}
            </a>
          )}
          <Act
            title={t("cancel")}
            explain={t("cancelHint")}
            button={t("cancelNow")}
            action={callOff.bind(null, token, locale)}
          />
        </div>
      )}
    </section>
  );
}
