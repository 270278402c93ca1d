"use client";
import { useTranslations } from "next-intl";
import { useMeetingWords } from "@/components/meetings/use-meeting-words";
import { YourTime } from "@/components/meetings/your-time";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { Form } from "@/components/ui/forms/form";
import { PlainButton } from "@/components/ui/forms/plain-button";
import { segmentedStyle, segmentStyle } from "@/components/ui/forms/segment-style";
import { TextField } from "@/components/ui/forms/text-field";
import { cx } from "@/components/ui/layout/cx";
import type { OwnPollView } from "@/lib/meetings/poll/schema";
import { MEETING_ANSWERS } from "@/lib/meetings/rules-choices";
import { vote } from "./actions";

/** Yes, if need be or no to each time, changed as often as one likes while the times are asked about. */
export function VoteForm({ token, poll }: { token: string; poll: OwnPollView }) {
  const t = useTranslations("meetings.poll");
  const { name, options, minutes, timeZone, note } = poll;
  return (
    <Form action={vote} refusals={useRefusalWords()} done={t("thanks")} keepsNothing className="gap-5">
      <p className="text-sm text-ink-2">{t("forYou", { name })}</p>
      <input type="hidden" name="token" value={token} />
      {options.map((option) => (
        <Time key={option.id} {...option} minutes={minutes} timeZone={timeZone} />
      ))}
      <TextField name="note" label={t("note")} defaultValue={note} maxLength={500} />
      <PlainButton type="submit" variant="primary" className="h-11 w-full">
        {t(poll.hasAnswered ? "sendAgain" : "send")}
      </PlainButton>
      <p className="text-sm text-ink-2">{t("hidden")}</p>
    </Form>
  );
}

type TimeProps = OwnPollView["options"][number] & { minutes: number; timeZone: string };

function Time({ id, startsAt, answer, minutes, timeZone }: TimeProps) {
  const t = useTranslations("meetings.answer");
  const { day, hours } = useMeetingWords(minutes)(startsAt, timeZone);
  return (
    <fieldset className="grid gap-2 border-b border-hair pb-5">
      <legend className="tnum mb-2">
        <span className="font-semibold">{day}</span> {hours}
        <YourTime {...{ startsAt, minutes, timeZone }} />
      </legend>
      <div className={cx(segmentedStyle, "grid w-full grid-cols-3")}>
        {MEETING_ANSWERS.map((value) => (
          <label key={value} className={cx(segmentStyle, "h-11!")}>
            <input
              type="radio"
              name={`answers.${id}`}
              value={value}
              defaultChecked={answer === value}
              className="sr-only"
            />
            {t(value)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
