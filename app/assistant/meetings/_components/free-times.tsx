"use client";
import { useTranslations } from "next-intl";
import { useMeetingWords } from "@/components/meetings/use-meeting-words";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { Form } from "@/components/ui/forms/form";
import { PlainButton } from "@/components/ui/forms/plain-button";
import { cx } from "@/components/ui/layout/cx";
import { Section } from "@/components/ui/layout/page";
import { groupedBy } from "@/lib/groups";
import type { FreeTimesView, FreeTimeView, OfficeMeetingView } from "@/lib/meetings/schema";
import { choose } from "../actions";

type FreeTimesProps = { meeting: OfficeMeetingView; free: FreeTimesView };

/** The times a meeting fits in, day by day, as buttons: those chosen are asked about, or one of them is settled on. */
export function FreeTimes({ meeting, free }: FreeTimesProps) {
  const t = useTranslations("meetings.free");
  const words = useMeetingWords(meeting.minutes);
  const refusals = useRefusalWords();
  const { id, version, options, timeZone, status } = meeting;
  const asked = new Set(options.map(({ startsAt }) => startsAt));
  const days = groupedBy(free.times, ({ startsAt }) => words(startsAt, timeZone).day);
  const isSettled = status === "confirmed";
  const unknown = free.notKnown.length;
  return (
    <Section
      title={t(isSettled ? "titleMove" : "title")}
      meta={unknown > 0 ? t("notKnown", { count: unknown }) : t("within")}
    >
      {free.times.length === 0 ? (
        <p className="text-sm text-ink-2">{t("none")}</p>
      ) : (
        <Form action={choose} refusals={refusals} className="gap-4" aria-label={t("title")}>
          <input type="hidden" name="id" value={id} />
          <input type="hidden" name="version" value={version} />
          <div className="grid grid-cols-2 gap-x-3 gap-y-5 sm:grid-cols-3 lg:grid-cols-5">
            {[...days].map(([day, times]) => (
              <fieldset key={day} className="grid min-w-0 content-start gap-2">
                <legend className="mb-2 text-sm font-medium">{day}</legend>
                {times.map((time) => (
                  <TimeChoice
                    key={time.startsAt}
                    time={time}
                    hours={words(time.startsAt, timeZone).hours}
                    isAsked={asked.has(time.startsAt)}
                  />
                ))}
              </fieldset>
            ))}
          </div>
          <div className="flex flex-wrap gap-2">
            {!isSettled && (
              <PlainButton type="submit" variant="primary">
                {t(status === "polling" ? "askAgain" : "ask")}
              </PlainButton>
            )}
            <PlainButton type="submit" name="settle" value="on" variant={isSettled ? "primary" : "outline"}>
              {t(isSettled ? "move" : "settle")}
            </PlainButton>
          </div>
        </Form>
      )}
    </Section>
  );
}

type TimeChoiceProps = { time: FreeTimeView; hours: string; isAsked: boolean };

/** One time as a button that stays pressed; a busy one says who is busy, and can still be chosen. */
function TimeChoice({ time: { startsAt, busy }, hours, isAsked }: TimeChoiceProps) {
  const t = useTranslations("meetings.free");
  return (
    <label
      className={cx(
        "tnum flex min-h-9 cursor-default flex-wrap items-center justify-between gap-x-2 rounded-md border px-3 text-sm touch:min-h-11",
        "has-checked:border-accent has-checked:bg-accent-soft has-checked:font-semibold has-checked:text-accent-text has-checked:before:content-['✓']",
        "has-focus-visible:outline-2 has-focus-visible:outline-offset-1 has-focus-visible:outline-accent",
        busy.length > 0 ? "border-hair text-ink-2" : "border-edge font-medium hover:border-ink-3",
      )}
    >
      <input type="checkbox" name="starts[]" value={startsAt} defaultChecked={isAsked} className="sr-only" />
      <span className="mr-auto">{hours}</span>
      {busy.length > 0 && <span className="text-xs">{t("busy", { names: busy.join(", ") })}</span>}
    </label>
  );
}
