"use client";
import { Check, CircleAlert, GraduationCap, SlidersHorizontal, Split } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useState } from "react";
import { useRequirementWords } from "@/app/_shared/coverage/words";
import * as actions from "@/app/manager/coverage/actions";
import { attempt } from "@/components/refusals/attempt";
import { Button } from "@/components/ui/forms/button";
import { LinkButton } from "@/components/ui/forms/link-button";
import type { Candidate } from "@/lib/coverage/candidates/rules";
import { type Requirement, requirementsOf, splitFor } from "@/lib/coverage/candidates/rules-help";
import type { TrainingNeedView } from "@/lib/training/needs/schema";
import { type Act, useBoard } from "./board-context";

type GapHelpProps = {
  act: Act;
  people: readonly Candidate[];
  onSplit: (dutyIds: readonly string[]) => void;
  close: () => void;
};

/** What a gap needs and how many have it, where nobody can take it; and the ways on, each with what it brings. */
export function GapHelp({ act, people, onSplit, close }: GapHelpProps) {
  const t = useTranslations("board.gapHelp");
  const { accept, reopen } = useBoard();
  const { line, stretch } = act;
  const isTakeable = people.some(({ state }) => state === "free");
  const requirements = isTakeable ? [] : requirementsOf(people);
  const split = isTakeable ? null : splitFor(people, line.dutyIds);
  const isAccepted = stretch.acceptedBy !== null;
  const then = (what: () => void) => () => {
    what();
    close();
  };
  return (
    <>
      {!isTakeable && <Needs requirements={requirements} people={people} />}
      <section className="-mx-3 border-t border-line px-3 pt-3">
        <h3 className="pb-1 text-xs font-medium text-ink-3">{t("title")}</h3>
        <ul>
          {split && (
            <Way
              icon={<Split aria-hidden />}
              title={t("split")}
              effect={t("splitEffect", {
                name: split.name,
                count: split.dutyIds.length,
                total: line.dutyIds.length,
              })}
            >
              <Button className="h-7 px-2.5 text-xs" onPress={() => onSplit(split.dutyIds)}>
                {t("splitAct")}
              </Button>
            </Way>
          )}
          {!isTakeable && requirements.length > 0 && (
            <Way
              icon={<SlidersHorizontal aria-hidden />}
              title={t("change")}
              effect={t("changeEffect", { executive: line.name })}
            >
              <LinkButton className="h-7 px-2.5 text-xs" href={`/manager/executives/${line.id}/profile`}>
                {t("changeAct")}
              </LinkButton>
            </Way>
          )}
          {!isTakeable && <Training executiveId={line.id} />}
          {isAccepted ? (
            <Way icon={<Check aria-hidden />} title={t("reopen")} effect={t("reopenEffect")}>
              <Button className="h-7 px-2.5 text-xs" onPress={then(() => reopen(act))}>
                {t("reopenAct")}
              </Button>
            </Way>
          ) : (
            <Way icon={<Check aria-hidden />} title={t("accept")} effect={t("acceptEffect")}>
              <Button className="h-7 px-2.5 text-xs" onPress={then(() => accept(act))}>
                {t("acceptAct")}
              </Button>
            </Way>
          )}
        </ul>
      </section>
    </>
  );
}

/** The training that would let somebody more cover the executive; it comes when the rest is there, and only where some is known. */
function Training({ executiveId }: { executiveId: string }) {
  const t = useTranslations("board.gapHelp");
  const { names } = useBoard();
  const [need, setNeed] = useState<TrainingNeedView | null>(null);
  useEffect(() => {
    let isOpen = true;
    attempt(() => actions.training({ executiveId })).then((answer) => {
      if (isOpen && answer.ok) setNeed(answer.value);
    });
    return () => {
      isOpen = false;
    };
  }, [executiveId]);
  if (!need) return null;
  const { name, level, dutyId, daysBefore, daysAfter } = need;
  return (
    <Way
      icon={<GraduationCap aria-hidden />}
      title={t("train", { name, duty: names.duties[dutyId] ?? dutyId, level })}
      effect={t("trainEffect", { removed: daysBefore - daysAfter, count: daysBefore })}
    >
      <LinkButton className="h-7 px-2.5 text-xs" href={`/manager/training?pool=${need.poolId}`}>
        {t("trainAct")}
      </LinkButton>
    </Way>
  );
}

type NeedsProps = { requirements: readonly Requirement[]; people: readonly Candidate[] };

function Needs({ requirements, people }: NeedsProps) {
  const t = useTranslations("board.gapHelp");
  const { names } = useBoard();
  const wordsOf = useRequirementWords(names.duties);
  const [worst] = requirements;
  return (
    <section className="text-sm">
      <p className="font-medium">{worst && worst.met === 0 ? t("lacking") : t("noTime")}</p>
      {requirements.length > 0 && (
        <>
          <p className="flex pt-2 text-xs text-ink-3">
            <span className="flex-1">{t("needs")}</span>
            <span>{t("ofPeople", { count: worst?.of ?? people.length })}</span>
          </p>
          <ul>
            {requirements.map(({ rule, met, of }) => (
              <li
                key={JSON.stringify(rule)}
                className="flex min-h-9 items-center gap-3 border-t border-hair first:border-0"
              >
                {met === 0 ? (
                  <CircleAlert aria-hidden className="size-4 shrink-0 text-gap-bar" />
                ) : (
                  <Check aria-hidden className="size-4 shrink-0 text-ink-3" />
                )}
                <span
                  className={
                    met === 0
                      ? "flex-1 font-medium text-gap-ink first-letter:uppercase"
                      : "flex-1 first-letter:uppercase"
                  }
                >
                  {wordsOf(rule)}
                </span>
                <span className={met === 0 ? "tnum font-semibold text-gap-ink" : "tnum text-ink-2"}>
                  {t("metOf", { met, of })}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

type WayProps = { icon: ReactNode; title: string; effect: string; children: ReactNode };

function Way({ icon, title, effect, children }: WayProps) {
  return (
    <li className="flex min-h-12 items-center gap-3 py-1.5 text-sm">
      <span className="self-start pt-0.5 text-ink-2 [&_svg]:size-4">{icon}</span>
      <span className="min-w-0 flex-1">
        <span className="block font-medium">{title}</span>
        <span className="block text-xs text-ink-2">{effect}</span>
      </span>
      {children}
    </li>
  );
}
