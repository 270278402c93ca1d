"use client";
import { Check, TriangleAlert } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { startTransition, useState } from "react";
import { BeforeAfter } from "@/app/_shared/proposals/before-after";
import { ProofSeal } from "@/app/_shared/proposals/proof-seal";
import { ProposalFacts } from "@/app/_shared/proposals/proposal-facts";
import { useDayWords } from "@/components/time/use-day-words";
import { Button } from "@/components/ui/forms/button";
import { Sheet } from "@/components/ui/overlays/sheet";
import type { FillResultView, FillView, HoleView } from "@/lib/schedules/fills/schema";
import { day } from "@/lib/time/day";
import { hoursAmountText, shortHoursText } from "@/lib/time/hours";
import { isoWeekOf, weekNumber } from "@/lib/time/iso-week";
import { useSchedule } from "../schedule-context";
import { proofOf } from "./fill-strip";
import { HoleReasons } from "./hole-reasons";
import { HoleRemedies } from "./hole-remedies";
import { PeopleHours } from "./people-hours";
import { useFillActs } from "./use-fill-acts";

type FillReviewProps = { fill: FillView & { result: FillResultView }; close: () => void };

/** The whole fill in a sheet: how many holes it closes, how good it is, where people are still missing and why. */
export function FillReview({ fill, close }: FillReviewProps) {
  const t = useTranslations("schedule.fill");
  const { keep, discard } = useFillActs(fill.poolId);
  const { result } = fill;
  const [first, last] = [isoWeekOf(day(fill.from)), isoWeekOf(day(fill.to))];
  const title = t(first === last ? "title" : "titleOfWeeks", {
    week: weekNumber(first),
    last: weekNumber(last),
  });
  const [decided, decide] = useState<"keep" | "discard" | null>(null);
  // The sheet stays until it is done, so that a second press falls on nothing below it.
  const deciding = (what: "keep" | "discard") => ({
    isPending: decided === what,
    isDisabled: decided !== null && decided !== what,
    onPress: () => {
      decide(what);
      startTransition(async () => {
        await (what === "keep" ? keep : discard)(fill.id);
        close();
      });
    },
  });
  return (
    <Sheet
      title={title}
      isOpen
      onOpenChange={close}
      footer={
        <>
          <span className="mr-auto text-xs text-ink-2 max-md:w-full">{t("draftsOnly")}</span>
          <Button variant="ghost" {...deciding("discard")}>
            {t("discard")}
          </Button>
          {result.shifts.length > 0 && (
            <Button variant="primary" icon={<Check aria-hidden />} {...deciding("keep")}>
              {t("keep", { count: result.shifts.length })}
            </Button>
          )}
        </>
      }
    >
      <div className="grid gap-5">
        <Outcome result={result} />
        <Seal result={result} />
        <HolesLeft fill={fill} holes={result.holes} />
        <Contradictions result={result} />
        <Facts result={result} />
        <PeopleHours people={result.people} />
      </div>
    </Sheet>
  );
}

function Outcome({ result }: { result: FillResultView }) {
  const t = useTranslations("schedule.fill");
  const [before, after] = [result.holesBefore, result.holes.length];
  return (
    <BeforeAfter
      {...{ before, after }}
      spoken={t("spoken", { before, after })}
      what={t("holesInWeek", { count: after })}
      outcome={t("outcome", { count: result.shifts.length })}
    />
  );
}

function Seal({ result }: { result: FillResultView }) {
  const t = useTranslations("schedule.fill");
  const format = useFormatter();
  const seconds = format.number(result.elapsedMs / 1000, { maximumFractionDigits: 1 });
  return (
    <ProofSeal
      isProven={result.proof === "optimal"}
      title={proofOf(result, t)}
      detail={t(result.isFewestHoles ? "fewestIn" : "endedAfter", { seconds })}
    />
  );
}

function HolesLeft({ fill, holes }: { fill: FillView; holes: readonly HoleView[] }) {
  const t = useTranslations("schedule.fill");
  const { roles } = useSchedule();
  const dayWords = useDayWords();
  if (holes.length === 0) return null;
  return (
    <section>
      <h3 className="pb-1 text-xs font-medium text-ink-3">{t("holesLeft", { count: holes.length })}</h3>
      <ul>
        {holes.map((hole, index) => (
          <li
            key={`${hole.roleId} ${hole.on} ${hole.startMinute}`}
            className="border-b border-hair py-2.5 text-sm"
          >
            <p className="flex flex-wrap items-center gap-x-2">
              <TriangleAlert aria-hidden className="size-3.5 text-gap-bar" />
              <b className="font-semibold">
                {dayWords(day(hole.on))}, {shortHoursText(hole)}
              </b>
              <span className="text-ink-2">
                {roles.get(hole.roleId)?.name} · {t("missing", { count: hole.missing })}
              </span>
            </p>
            <HoleReasons reasons={hole.reasons} />
            <HoleRemedies fill={fill} hole={hole} index={index} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Contradictions({ result }: { result: FillResultView }) {
  const t = useTranslations("schedule.fill");
  const rules = useTranslations("schedule.ruleName");
  const { people } = useSchedule();
  const dayWords = useDayWords();
  const format = useFormatter();
  if (result.contradictions.length === 0) return null;
  return (
    <section>
      <h3 className="pb-1 text-xs font-medium text-ink-3">{t("leftAlone.title")}</h3>
      <ul className="grid gap-1 text-sm">
        {result.contradictions.map(({ assistantId, rule, days }) => (
          <li key={assistantId}>
            <b className="font-semibold">{people.get(assistantId)?.name}</b>{" "}
            <span className="text-ink-2">
              {t("leftAlone.why", { rule: rules(rule), days: format.list(days.map((on) => dayWords(on))) })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Facts({ result }: { result: FillResultView }) {
  const t = useTranslations("schedule.fill.facts");
  const facts = {
    shifts: String(result.shifts.length),
    people: String(new Set(result.shifts.map(({ assistantId }) => assistantId)).size),
    overContract: hoursAmountText(result.overContractMinutes),
    wishes: String(result.wishesBroken),
  };
  return (
    <ProposalFacts
      title={t("title")}
      facts={(["shifts", "people", "overContract", "wishes"] as const).map((fact) => ({
        words: t(fact),
        figure: facts[fact],
      }))}
    />
  );
}
