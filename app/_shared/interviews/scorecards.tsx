import { Check, Clock, EyeOff } from "lucide-react";
import { getFormatter, getTranslations } from "next-intl/server";
import { TextArea } from "@/components/ui/forms/text-area";
import { Notice } from "@/components/ui/layout/notice";
import { Section } from "@/components/ui/layout/page";
import type { CardView, ScorecardsView } from "@/lib/hiring/scorecards/schema";
import { DisclosedForm } from "../forms/disclosed-form";
import { addNote, openEarly } from "./actions";
import { ScorecardForm } from "./scorecard-form";

/** The cards of an interview as far as the reader may see them, their own to be written first. */
export async function Scorecards({ cards }: { cards: ScorecardsView }) {
  const t = await getTranslations("hiring.scorecard");
  const format = await getFormatter();
  const { interviewId, hasBegun, countIn, people, own, isOnPanel, seesAll, mayOpenEarly, dueAt, timeZone } =
    cards;
  if (!hasBegun) return isOnPanel ? <p className="text-ink-2">{t("notBegun")}</p> : null;
  const writes = isOnPanel && !own?.sentAt;
  return (
    <>
      <Section title={t("title")}>
        <p className="tnum text-sm text-ink-2">{t("countIn", { count: countIn, all: people.length })}</p>
        {!seesAll && (
          <Notice>
            <span className="inline-flex items-start gap-2">
              <EyeOff aria-hidden className="mt-0.5 size-4 shrink-0" />
              <span>
                <strong className="font-semibold">{t(isOnPanel ? "hidden" : "hiddenManager")}</strong>{" "}
                {t("hiddenHint")}
              </span>
            </span>
          </Notice>
        )}
        <ul>
          {people.map(({ userId, name, isIn }) => (
            <li key={userId} className="flex items-center justify-between gap-3 border-b border-hair py-2">
              <span>{name}</span>
              <span className="inline-flex items-center gap-1.5 text-sm text-ink-2">
                {isIn ? <Check aria-hidden className="size-4" /> : <Clock aria-hidden className="size-4" />}
                {isIn
                  ? t("in")
                  : dueAt
                    ? t("due", { when: format.dateTime(new Date(dueAt), "moment", { timeZone }) })
                    : t("notIn")}
              </span>
            </li>
          ))}
        </ul>
        {mayOpenEarly && (
          <DisclosedForm
            action={openEarly}
            fields={{ id: interviewId }}
            summary={t("open")}
            submit={t("openNow")}
            done={t("opened")}
          >
            <TextArea
              name="reason"
              label={t("openReason")}
              description={t("openHint")}
              maxLength={500}
              isRequired
            />
          </DisclosedForm>
        )}
      </Section>
      {writes && (
        <Section title={t("write")}>
          <ScorecardForm {...cards} />
        </Section>
      )}
      {seesAll && <CardTable {...cards} />}
      {own?.sentAt && (
        <DisclosedForm
          action={addNote}
          fields={{ id: interviewId }}
          summary={t("add")}
          submit={t("add")}
          done={t("added")}
          adds
        >
          <TextArea name="words" label={t("note")} maxLength={1000} isRequired />
        </DisclosedForm>
      )}
    </>
  );
}

async function CardTable({ criteria, cards, means }: ScorecardsView) {
  const t = await getTranslations("hiring.scorecard");
  const format = await getFormatter();
  const markOf = ({ marks }: CardView, id: string) => marks.find(({ criterion }) => criterion === id);
  return (
    <div className="grid gap-6">
      {criteria.map(({ id, name }) => {
        const mean = means.find(({ criterion }) => criterion === id);
        return (
          <section key={id} className="grid gap-1">
            <h3 className="flex items-baseline justify-between gap-3 border-b border-line pb-1 font-semibold">
              {name}
              <span className="tnum text-sm font-normal text-ink-2">
                {mean?.tenths == null
                  ? t("noMark")
                  : t("meanOf", { mean: format.number(mean.tenths / 10, "oneDecimal"), count: mean.seenBy })}
              </span>
            </h3>
            <ul>
              {cards.map((card) => {
                const given = markOf(card, id);
                return (
                  <li
                    key={card.userId}
                    className="grid grid-cols-[8rem_3.5rem_minmax(0,1fr)] gap-x-3 border-b border-hair py-2 text-sm max-sm:grid-cols-[minmax(0,1fr)_auto]"
                  >
                    <span className="truncate">{card.name}</span>
                    <span className="tnum font-semibold">{given?.mark ?? t("noMark")}</span>
                    <span className="whitespace-pre-line text-ink-2 max-sm:col-span-2">
                      {given?.evidence}
                    </span>
                  </li>
                );
              })}
            </ul>
          </section>
        );
      })}
      <ul className="grid gap-3">
        {cards.map(({ userId, name, verdict, words, notes }) => (
          <li key={userId} className="grid gap-1 border-b border-hair pb-3">
            <p className="font-semibold">
              {t("byPerson", { name, verdict: verdict ? t(`verdicts.${verdict}`) : "–" })}
            </p>
            {words && <p className="whitespace-pre-line text-pretty">{words}</p>}
            {notes.map((note) => (
              <p key={note.at} className="text-sm text-ink-2">
                {t("addedOn", { when: format.dateTime(new Date(note.at), "moment") })}: {note.words}
              </p>
            ))}
          </li>
        ))}
      </ul>
    </div>
  );
}
