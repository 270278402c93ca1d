"use client";
import { CircleCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { useDayWords } from "@/components/time/use-day-words";
import { Button } from "@/components/ui/forms/button";
import { LinkButton } from "@/components/ui/forms/link-button";
import { Disclosure } from "@/components/ui/layout/disclosure";
import type { FillView, HoleRemedyView, HoleView, TriedRemedyView } from "@/lib/schedules/fills/schema";
import { clockText, shortHoursText } from "@/lib/time/hours";
import { useSchedule } from "../schedule-context";
import { useExplainedPart } from "./use-explained-part";
import { useFillActs } from "./use-fill-acts";

type HoleRemediesProps = { fill: FillView; hole: HoleView; index: number };

/** The smallest changes that fill a hole, each tried when they are asked for; those of the proposal itself can be used at once. */
export function HoleRemedies({ fill, hole, index }: HoleRemediesProps) {
  const t = useTranslations("schedule.fill");
  const [isAsked, setAsked] = useState(false);
  const part = useExplainedPart(fill, { kind: "hole", index }, isAsked);
  const remedies = typeof part === "object" ? (part.hole?.remedies ?? []) : null;
  return (
    <Disclosure
      summary={t("whatFills")}
      onToggle={(event) => event.currentTarget.open && setAsked(true)}
      className="pt-1"
    >
      {remedies === null && (
        <p role="status" className="py-1 text-xs text-ink-2">
          {t(part === "failed" ? "outdated" : "trying")}
        </p>
      )}
      {remedies?.length === 0 && <p className="py-1 text-xs text-ink-2">{t("noRemedy")}</p>}
      <ul>
        {remedies?.map((tried, remedy) => (
          <Remedy key={JSON.stringify(tried)} {...{ fill, hole, tried }} place={{ hole: index, remedy }} />
        ))}
      </ul>
    </Disclosure>
  );
}

type RemedyProps = {
  fill: FillView;
  hole: HoleView;
  tried: TriedRemedyView;
  place: { hole: number; remedy: number };
};

function Remedy({ fill, hole, tried: { remedy, closes, canUse }, place }: RemedyProps) {
  const t = useTranslations("schedule.fill");
  const { use } = useFillActs(fill.poolId);
  const [isUsing, start] = useTransition();
  const what = useRemedyWords(hole)(remedy);
  const links = {
    train: { href: `/manager/training?pool=${fill.poolId}`, label: t("toCourses") },
    one_less: { href: `/manager/schedule/set-up?pool=${fill.poolId}`, label: t("toNeeds") },
  };
  const link = remedy.code === "train" || remedy.code === "one_less" ? links[remedy.code] : null;
  return (
    <li className="flex items-center gap-2 py-1">
      <CircleCheck aria-hidden className="size-4 shrink-0 text-accent" />
      <span className="min-w-0 flex-1 text-sm">
        <b className="font-semibold">{what}:</b>{" "}
        <span className="text-ink-2">{t("closes", { count: closes - 1 })}</span>
      </span>
      {canUse && (
        <Button
          aria-label={t("useOf", { use: t("use"), what })}
          isPending={isUsing}
          onPress={() => start(() => use({ id: fill.id, version: fill.version, ...place }))}
        >
          {t("use")}
        </Button>
      )}
      {link && <LinkButton href={link.href}>{link.label}</LinkButton>}
    </li>
  );
}

function useRemedyWords({ roleId }: HoleView) {
  const t = useTranslations("schedule.fill.remedy");
  const { people, roles } = useSchedule();
  const dayWords = useDayWords();
  return (remedy: HoleRemedyView): string => {
    const name = "assistantId" in remedy ? (people.get(remedy.assistantId)?.name ?? "") : "";
    const on = dayWords(remedy.on);
    switch (remedy.code) {
      case "longer_day":
      case "extra_day":
        return t(remedy.code, { name, hours: shortHoursText(remedy) });
      case "begin_later":
      case "end_earlier":
        return t(remedy.code, { name, day: on, time: clockText(remedy.minute) });
      case "train":
        return t("train", { name, role: roles.get(roleId)?.name ?? "", level: remedy.level });
      case "one_less":
        return t("one_less", { left: remedy.left });
    }
  };
}
