import { Check, Clock, Minus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useMeetingWords } from "@/components/meetings/use-meeting-words";
import { cx } from "@/components/ui/layout/cx";
import { Section } from "@/components/ui/layout/page";
import { countPoll, type OptionCount } from "@/lib/meetings/poll/rules";
import type { MeetingAnswer } from "@/lib/meetings/rules-choices";
import type { OfficeMeetingView } from "@/lib/meetings/schema";
import { SettleButton } from "./settle-button";

const MARKS = { yes: Check, if_need_be: Minus, no: X, none: Clock };

/** Who can when, in words and icons; the best time is named and tinted, and every time can be settled on. */
export function PollTable({ meeting }: { meeting: OfficeMeetingView }) {
  const t = useTranslations("meetings.poll");
  const words = useMeetingWords(meeting.minutes);
  const { people, options, timeZone, status } = meeting;
  const counts = countPoll(options, people);
  const answered = people.filter(({ hasAnswered }) => hasAnswered).length;
  const best = (i: number) => counts[i]?.isBest && "bg-accent-soft";
  return (
    <Section title={t("title")} meta={t("answered", { count: answered, of: people.length })}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <section className="overflow-x-auto" tabIndex={0} aria-label={t("title")}>
        <table className="w-full text-sm">
          <thead>
            <tr className="border-b border-line text-left align-top">
              <th scope="col" className="min-w-36 py-2 pr-3 font-medium">
                {t("person")}
              </th>
              {options.map(({ id, startsAt }, i) => {
                const { day, hours } = words(startsAt, timeZone);
                return (
                  <th key={id} scope="col" className={cx("tnum min-w-36 px-3 py-2 font-normal", best(i))}>
                    {day}
                    {counts[i]?.isBest && (
                      <span className="float-right text-xs font-semibold text-accent-text">{t("best")}</span>
                    )}
                    <span className="block font-semibold">{hours}</span>
                  </th>
                );
              })}
            </tr>
          </thead>
          <tbody>
            {people.map(({ id, name, isRequired }) => (
              <tr key={id} className="border-b border-hair">
                <th scope="row" className="py-2 pr-3 text-left font-medium">
                  {name} {isRequired && <span className="font-normal text-ink-2">{t("required")}</span>}
                </th>
                {options.map((option, i) => (
                  <td key={option.id} className={cx("px-3 py-2", best(i))}>
                    <Answer answer={option.answers[id]} />
                  </td>
                ))}
              </tr>
            ))}
            <tr className="align-top">
              <th scope="row" className="py-2 pr-3 text-left font-normal text-ink-2">
                {t("whoCan")}
              </th>
              {options.map(({ id, startsAt }, i) => (
                <td key={id} className={cx("px-3 py-2", best(i))}>
                  {counts[i] && <Count count={counts[i]} />}
                  {status === "polling" && (
                    <SettleButton
                      meeting={meeting}
                      startsAt={startsAt}
                      words={words(startsAt, timeZone)}
                      isBest={counts[i]?.isBest ?? false}
                    />
                  )}
                </td>
              ))}
            </tr>
          </tbody>
        </table>
      </section>
    </Section>
  );
}

function Answer({ answer = "none" }: { answer: MeetingAnswer | "none" | undefined }) {
  const t = useTranslations("meetings.answer");
  const Icon = MARKS[answer];
  return (
    <span
      className={cx(
        "flex items-center gap-1.5 whitespace-nowrap",
        answer === "no" ? "text-gap-ink" : answer === "yes" ? "font-medium" : "text-ink-2",
      )}
    >
      <Icon aria-hidden className="size-4 shrink-0" />
      {t(answer)}
    </span>
  );
}

function Count({ count: { can, ifNeedBe, answered, missing } }: { count: OptionCount }) {
  const t = useTranslations("meetings.poll");
  if (missing.length > 0)
    return <p className="text-gap-ink">{t("missing", { names: missing.join(", ") })}</p>;
  return (
    <p className="tnum">
      {t("can", { can, answered })}
      {ifNeedBe > 0 && <span className="text-ink-2"> {t("ifNeedBe", { count: ifNeedBe })}</span>}
    </p>
  );
}
