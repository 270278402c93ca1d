"use client";
import { useFormatter, useTranslations } from "next-intl";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { useDayWords } from "@/components/time/use-day-words";
import { Button } from "@/components/ui/forms/button";
import { Form } from "@/components/ui/forms/form";
import { hoursText } from "@/lib/time/hours";
import type { EnrolmentView } from "@/lib/training/enrolments/schema";
import type { SessionView } from "@/lib/training/sessions/schema";
import { answer } from "../actions";

type OfferedSeatProps = { enrolment: EnrolmentView; session: SessionView };

/** A seat that is held for me, who am invited or waited: one tap takes it, one leaves it to the next in line. */
export function OfferedSeat({ enrolment, session: { dates, timeZone } }: OfferedSeatProps) {
  const t = useTranslations("training.mine.offer");
  const format = useFormatter();
  const dayWords = useDayWords();
  const { id, version, course, offerUntil, isInvited } = enrolment;
  const [first] = dates;
  return (
    <li className="grid gap-2 border-b border-line py-4">
      <p className="grid">
        <span className="text-sm font-semibold text-accent-text">
          {offerUntil &&
            t(isInvited ? "invited" : "until", {
              until: format.dateTime(new Date(offerUntil), "moment", { timeZone }),
            })}
        </span>
        <span className="text-xl font-semibold">{course}</span>
        {first && (
          <span className="tnum text-base text-ink-2">{`${dayWords(first.on)}, ${hoursText(first)}`}</span>
        )}
      </p>
      <Form action={answer} done={t("done")} refusals={useRefusalWords()} className="max-w-md gap-2">
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="version" value={version} />
        <div className="grid grid-cols-2 gap-2">
          <Button type="submit" variant="primary" name="accept" value="yes">
            {t("take")}
          </Button>
          <Button type="submit" name="accept" value="no">
            {t("leave")}
          </Button>
        </div>
      </Form>
    </li>
  );
}
