"use client";
import { TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/forms/button";
import { Disclosure } from "@/components/ui/layout/disclosure";
import type { Replacement, Replacements } from "@/lib/schedules/replacing/rules";
import { OVERRIDE_RULES } from "@/lib/schedules/week/rules-findings-kinds";
import { useSchedule } from "../schedule-context";
import { useBecauseWords } from "../use-because-words";
import { useFindingWords } from "../use-finding-words";

type Reasons = { rule: (typeof OVERRIDE_RULES)[number]; reason: string }[];

type RankedPeopleProps = {
  found: Replacements;
  give: string;
  onGive: (person: Replacement, overrides: Reasons) => void;
};

const SHOWN = 4;

/** Who could work some hours, the best first with what speaks for and against each; and what bars the others. */
export function RankedPeople({ found: { could, bars }, give, onGive }: RankedPeopleProps) {
  const t = useTranslations("schedule.ranked");
  const [first, more] = [could.slice(0, SHOWN), could.slice(SHOWN)];
  const row = (person: Replacement) => (
    <PersonRow key={person.id} person={person} give={give} onGive={(reasons) => onGive(person, reasons)} />
  );
  return (
    <div className="grid gap-1">
      <h3 className="text-xs font-medium text-ink-2">{t("title")}</h3>
      {could.length === 0 && <p className="text-ink-2">{t("nobody")}</p>}
      <ul>{first.map(row)}</ul>
      {more.length > 0 && (
        <Disclosure summary={t("more", { count: more.length })} tone="quiet">
          <ul>{more.map(row)}</ul>
        </Disclosure>
      )}
      {bars.length > 0 && (
        <Disclosure summary={t("others", { count: bars.length })} tone="quiet">
          <ul className="grid gap-1 pb-1 text-xs text-ink-2">
            {bars.map(({ id, name, bar }) => (
              <li key={id}>
                {name}: {t(`bar.${bar}`)}
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </div>
  );
}

type PersonRowProps = { person: Replacement; give: string; onGive: (reasons: Reasons) => void };

function PersonRow({ person, give, onGive }: PersonRowProps) {
  const t = useTranslations("schedule.ranked");
  const { roles } = useSchedule();
  const words = useFindingWords(roles);
  const [isAsking, setAsking] = useState(false);
  const [reason, setReason] = useState("");
  const broken = person.findings.filter(({ kind }) => kind === "override");
  const rules = OVERRIDE_RULES.filter((rule) => broken.some((finding) => finding.rule === rule));
  const because = useBecauseWords(roles)(person);

  function press() {
    if (rules.length === 0) onGive([]);
    else if (isAsking && reason.trim()) onGive(rules.map((rule) => ({ rule, reason: reason.trim() })));
    else setAsking(true);
  }
  return (
    <li className="grid gap-1 border-b border-hair py-1.5 last:border-0">
      <div className="flex items-center gap-2">
        <span className="min-w-0 flex-1">
          <span className="block truncate font-medium">{person.name}</span>
          <span className="tnum block truncate text-xs text-ink-2">{because.join(" · ")}</span>
          {broken.map((finding) => (
            <span key={finding.rule} className="flex items-center gap-1 text-xs font-medium text-gap-ink">
              <TriangleAlert aria-hidden className="size-3 shrink-0 text-gap-bar" />
              {words.sentence(finding)}
            </span>
          ))}
        </span>
        <Button aria-label={t("giveTo", { give, name: person.name })} onPress={press}>
          {give}
        </Button>
      </div>
      {isAsking && (
        <input
          value={reason}
          maxLength={200}
          aria-label={t("why")}
          placeholder={t("why")}
          onChange={(event) => setReason(event.currentTarget.value)}
          className="h-8 w-full rounded-md border border-line-2 bg-surface px-2.5 text-ink placeholder:text-ink-3 touch:h-11"
        />
      )}
    </li>
  );
}
