"use client";
import { useTranslations } from "next-intl";
import { useRuleWords } from "@/app/_shared/coverage/words";
import { Button } from "@/components/ui/forms/button";
import { Avatar } from "@/components/ui/layout/avatar";
import { Disclosure } from "@/components/ui/layout/disclosure";
import { Skeleton } from "@/components/ui/layout/skeleton";
import type { Candidate } from "@/lib/coverage/candidates/rules";
import { NEW_TO_EXECUTIVE_PERCENT } from "@/lib/coverage/candidates/rules-familiarity";
import { type Act, useBoard } from "./board-context";
import { Fit } from "./fit";
import type { Candidates } from "./use-candidates";

const SHOWN = 3;

type PeopleListProps = { act: Act; people: Candidates; dutyIds: readonly string[]; close: () => void };

/** Who could take some half-days, the best first with a reason, and why the others can't. */
export function PeopleList({ act, people, dutyIds, close }: PeopleListProps) {
  const t = useTranslations("board.panel");
  const { assign } = useBoard();
  if (people === "loading") {
    return (
      <div role="status" aria-label={t("loading")} className="grid gap-2">
        {[0, 1, 2].map((row) => (
          <Skeleton key={row} className="h-11" />
        ))}
      </div>
    );
  }
  if (people === "failed") {
    return (
      <p role="alert" className="text-sm text-gap-ink">
        {t("failed")}
      </p>
    );
  }
  const isReplacing = act.stretch.status === "cover";
  const free = people.filter(({ state }) => state === "free");
  const others = people.filter(({ state }) => state !== "free" && state !== "covering");
  const onChoose = ({ assistantId: id, name }: Candidate) => {
    assign(act, { id, name }, dutyIds);
    close();
  };
  return (
    <>
      {free.length > 0 && (
        <section>
          <h3 className="pb-1 text-xs font-medium text-ink-3">{t(isReplacing ? "alternatives" : "best")}</h3>
          <ul>
            {free.slice(0, SHOWN).map((person, rank) => (
              <PersonRow
                key={person.assistantId}
                {...{ act, person, isReplacing }}
                isBest={rank === 0 && !isReplacing}
                onChoose={() => onChoose(person)}
              />
            ))}
          </ul>
          {free.length > SHOWN && (
            <Disclosure tone="quiet" summary={t("moreFree", { count: free.length - SHOWN })}>
              <ul className="max-h-64 overflow-auto">
                {free.slice(SHOWN).map((person) => (
                  <PersonRow
                    key={person.assistantId}
                    {...{ act, person, isReplacing }}
                    isBest={false}
                    onChoose={() => onChoose(person)}
                  />
                ))}
              </ul>
            </Disclosure>
          )}
        </section>
      )}
      {free.length === 0 && isReplacing && <p className="text-sm">{t("nobody")}</p>}
      {others.length > 0 && <Others people={others} />}
    </>
  );
}

type PersonRowProps = {
  act: Act;
  person: Candidate;
  isReplacing: boolean;
  isBest: boolean;
  onChoose: () => void;
};

function PersonRow({ act, person, isReplacing, isBest, onChoose }: PersonRowProps) {
  const t = useTranslations("board.panel");
  return (
    <li className="group -mx-1 flex min-h-12 items-center gap-3 rounded-lg px-1 py-1.5 hover:bg-hover">
      <Avatar name={person.name} size="small" />
      <span className="min-w-0 flex-1 text-sm">
        <span className="block truncate font-medium">{person.name}</span>
        <Why person={person} executive={act.line.name} />
      </span>
      <Fit value={person.fit.total} />
      <Button
        variant={isBest ? "primary" : "outline"}
        className="h-7 px-2.5 text-xs"
        aria-label={t(isReplacing ? "replaceName" : "assignName", { name: person.name })}
        onPress={onChoose}
      >
        {t(isReplacing ? "replace" : "assign")}
      </Button>
    </li>
  );
}

const KNOWS_WELL = 80;

/** Why somebody fits, in words: whether they know the executive and the duties, and where they sit. */
function Why({ person, executive }: { person: Candidate; executive: string }) {
  const t = useTranslations("board.panel");
  const { fit, familiarityPercent, lentBy, minutes, minutesNeeded } = person;
  const first = executive.split(" ")[0] ?? executive;
  const reasons = [
    ...(lentBy ? [t("lentBy", { pool: lentBy })] : []),
    familiarityPercent >= NEW_TO_EXECUTIVE_PERCENT
      ? t("newTo", { executive: first })
      : t(fit.continuity > 0 ? "knows" : "seldom", { executive: first }),
    ...(fit.skills >= KNOWS_WELL ? [t("skilled")] : []),
    t(fit.place === 100 ? "sameSite" : "otherSite"),
    ...(minutesNeeded > minutes ? [t("moreMinutes", { minutes: minutesNeeded - minutes })] : []),
  ];
  return <span className="block text-xs text-ink-2">{reasons.slice(0, 3).join(" · ")}</span>;
}

function Others({ people }: { people: readonly Candidate[] }) {
  const t = useTranslations("board");
  const { names } = useBoard();
  const wordsOf = useRuleWords(names.duties);
  const count = (state: Candidate["state"]) => people.filter((person) => person.state === state).length;
  const summary = (["full", "away", "not_at_work", "ineligible"] as const)
    .filter((state) => count(state) > 0)
    .map((state) => t(`panel.why.${state}`, { count: count(state) }))
    .join(" · ");
  return (
    <Disclosure
      tone="quiet"
      summary={
        <>
          {t("panel.others")} <span className="text-xs text-ink-3">{summary}</span>
        </>
      }
    >
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
    </Disclosure>
  );
}
