"use client";
import { useTranslations } from "next-intl";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { useDayWords } from "@/components/time/use-day-words";
import { Form } from "@/components/ui/forms/form";
import { RowButton } from "@/components/ui/forms/row-button";
import type { MeetingTime } from "@/lib/mentoring/meetings/rules";
import type { MentorshipView } from "@/lib/mentoring/pairs/schema";
import { hoursText } from "@/lib/time/hours";
import { closeOne, meet } from "../actions";

type MeetingsProps = { pair: MentorshipView; times: readonly MeetingTime[]; today: string };

/** The next meeting with what became of it, or times at which both work; one press plans one. */
export function Meetings({ pair: { id, meetings }, times, today }: MeetingsProps) {
  const t = useTranslations("mentoring.meeting");
  const dayWords = useDayWords();
  const refusals = useRefusalWords();
  const when = (one: { on: string; startMinute: number; endMinute: number }) =>
    `${dayWords(one.on)}, ${hoursText(one)}`;
  const planned = meetings.filter(({ status }) => status === "planned").toReversed();
  return (
    <div className="grid gap-2">
      {planned.map((one) => (
        <div key={one.id} className="flex flex-wrap items-center gap-3">
          <p className="tnum font-medium">{when(one)}</p>
          {(["held", "cancelled"] as const).map((status) => {
            if (status === "held" && one.on > today) return null;
            const key = status === "held" ? "held" : "notHeld";
            return (
              <Form key={status} action={closeOne} done={t("closed")} refusals={refusals}>
                <input type="hidden" name="id" value={id} />
                <input type="hidden" name="meetingId" value={one.id} />
                <input type="hidden" name="status" value={status} />
                <RowButton label={t(`${key}Of`, { when: when(one) })} isMain={status === "held"}>
                  {t(key)}
                </RowButton>
              </Form>
            );
          })}
        </div>
      ))}
      {planned.length === 0 && (
        <>
          <p className="text-sm text-ink-2">{times.length > 0 ? t("propose") : t("none")}</p>
          <ul className="flex flex-wrap gap-2">
            {times.map((time) => (
              <li key={`${time.on} ${time.startMinute}`}>
                <Form action={meet} done={t("planned")} refusals={refusals}>
                  <input type="hidden" name="id" value={id} />
                  <input type="hidden" name="on" value={time.on} />
                  <input type="hidden" name="startMinute" value={time.startMinute} />
                  <input type="hidden" name="endMinute" value={time.endMinute} />
                  <RowButton label={t("plan", { when: when(time) })}>{when(time)}</RowButton>
                </Form>
              </li>
            ))}
          </ul>
        </>
      )}
      <p className="text-sm text-ink-2">
        {t("count", { count: meetings.filter(({ status }) => status === "held").length })}
      </p>
    </div>
  );
}
