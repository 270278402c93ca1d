"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useRuleWords } from "@/app/_shared/coverage/words";
import { Button } from "@/components/ui/forms/button";
import { Avatar } from "@/components/ui/layout/avatar";
import { cx } from "@/components/ui/layout/cx";
import type { Candidate } from "@/lib/coverage/candidates/rules";
import { type Person, useBoard } from "./board-context";

const BEST = 5;
/** Whoever needs this much and more has not been at the executive before. */
const NEW_TO_EXECUTIVE_PERCENT = 125;

type CandidateListProps = {
  people: Candidate[];
  isReplacing: boolean;
  onChoose: (person: Person) => void;
};

/** The people who could take a slot, best fit first, with the parts of the fit; then the others, each with the reason. */
export function CandidateList({ people, isReplacing, onChoose }: CandidateListProps) {
  const t = useTranslations("board.panel");
  const free = people.filter((person) => person.state === "free");
  const others = people.filter((person) => person.state !== "free" && person.state !== "covering");
  const current = people.find((person) => person.state === "covering");
  const [chosenId, setChosen] = useState(free[0]?.assistantId ?? current?.assistantId);
  const shown = people.find((person) => person.assistantId === chosenId) ?? current;
  return (
    <div className="grid gap-3">
      {shown && <FitParts person={shown} />}
      {free.length === 0 ? (
        <p className="text-sm text-ink-2">{t("nobody")}</p>
      ) : (
        <div className="grid gap-1">
          <h3 className="text-xs font-medium text-ink-2">{t("best")}</h3>
          <ul className="-mx-1.5 grid gap-0.5">
            {free.slice(0, BEST).map((person, rank) => (
              <li
                key={person.assistantId}
                onMouseEnter={() => setChosen(person.assistantId)}
                onFocus={() => setChosen(person.assistantId)}
                className={cx(
                  "flex min-h-9 items-center gap-2 rounded-md px-1.5 touch:min-h-12",
                  person.assistantId === chosenId && "bg-sunken",
                )}
              >
                <Avatar name={person.name} size="small" />
                <span className="min-w-0 flex-1 text-sm">
                  <span className="block truncate">{person.name}</span>
                  <Remarks person={person} />
                </span>
                <span className="tnum text-xs text-ink-2">{t("fit", { fit: person.fit.total })}</span>
                <Button
                  variant={rank === 0 && !isReplacing ? "primary" : "outline"}
                  aria-label={t(isReplacing ? "replaceName" : "assignName", { name: person.name })}
                  onPress={() => onChoose({ id: person.assistantId, name: person.name })}
                >
                  {t(isReplacing ? "replace" : "assign")}
                </Button>
              </li>
            ))}
          </ul>
        </div>
      )}
      {others.length > 0 && <Others people={others} />}
    </div>
  );
}

/** What else is to be known of a person: which pool lends them, and that they need longer than the own assistant. */
function Remarks({ person }: { person: Candidate }) {
  const t = useTranslations("board.panel");
  const { minutes, minutesNeeded: needed, familiarityPercent, lentBy } = person;
  const remarks = [
    ...(lentBy ? [t("lentBy", { pool: lentBy })] : []),
    ...(needed > minutes
      ? [
          t(familiarityPercent >= NEW_TO_EXECUTIVE_PERCENT ? "newToExecutive" : "lessFamiliar", {
            needed,
            minutes,
          }),
        ]
      : []),
  ];
  return remarks.length > 0 && <span className="block text-xs text-ink-2">{remarks.join(" · ")}</span>;
}

function FitParts({ person }: { person: Candidate }) {
  const t = useTranslations("board.panel");
  const parts = ["skills", "continuity", "place"] as const;
  return (
    <div className="grid gap-1.5 rounded-md bg-canvas p-2">
      <p className="flex items-baseline justify-between gap-2 text-xs text-ink-2">
        <span>
          {t("why")}: <span className="font-medium text-ink">{person.name}</span>
        </span>
        <span className="tnum text-base font-semibold text-ink">{person.fit.total}</span>
      </p>
      <dl className="grid gap-1">
        {parts.map((part) => (
          <div key={part} className="grid grid-cols-[88px_1fr_28px] items-center gap-2 text-xs">
            <dt className="text-ink-2">{t(part)}</dt>
            <dd aria-hidden className="h-1.5 overflow-hidden rounded-full bg-sunken">
              <span
                className="block h-full rounded-full bg-accent"
                style={{ width: `${person.fit[part]}%` }}
              />
            </dd>
            <dd className="tnum text-right">{person.fit[part]}</dd>
          </div>
        ))}
        {person.fit.otherPool > 0 && (
          <div className="flex justify-between gap-2 text-xs">
            <dt className="text-ink-2">{t("otherPool")}</dt>
            <dd className="tnum text-right">{t("pointsOff", { points: person.fit.otherPool })}</dd>
          </div>
        )}
      </dl>
    </div>
  );
}

function Others({ people }: { people: Candidate[] }) {
  const t = useTranslations("board");
  const { names } = useBoard();
  const wordsOf = useRuleWords(names.duties);
  return (
    <details className="group">
      <summary className="cursor-default rounded text-xs font-medium text-ink-2 touch:min-h-11 touch:content-center">
        {t("panel.others")} ({people.length})
      </summary>
      <ul className="mt-1.5 grid max-h-56 gap-1.5 overflow-auto text-xs">
        {people.map((person) => (
          <li key={person.assistantId} className="grid grid-cols-[1fr_auto] gap-x-2">
            <span className="truncate font-medium">{person.name}</span>
            <span className="text-ink-2">
              {person.freeHalfDays > 0
                ? t("panel.part", { free: person.freeHalfDays, needed: person.neededHalfDays })
                : t(`state.${person.state}`)}
            </span>
            {person.rules.length > 0 && (
              <span className="col-span-2 text-ink-2">{person.rules.map(wordsOf).join(" · ")}</span>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
