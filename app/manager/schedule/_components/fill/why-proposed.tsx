"use client";
import { useTranslations } from "next-intl";
import { Disclosure } from "@/components/ui/layout/disclosure";
import type { ExplainedFillView, FillView, NextBestView } from "@/lib/schedules/fills/schema";
import { hoursAmountText } from "@/lib/time/hours";
import { useSchedule } from "../schedule-context";
import { HoleReasons } from "./hole-reasons";
import { useExplainedPart } from "./use-explained-part";

/** Why somebody is proposed for a shift: what speaks for them, who is next best and what that would make worse. */
export function WhyProposed({ fill, index }: { fill: FillView; index: number }) {
  const t = useTranslations("schedule.fill");
  const part = useExplainedPart(fill, { kind: "shift", index });
  if (typeof part === "object" && part.shift) return <Why why={part.shift} />;
  return (
    <p role="status" className="text-sm text-ink-2">
      {t(part === "asking" ? "trying" : "outdated")}
    </p>
  );
}

function Why({ why }: { why: NonNullable<ExplainedFillView["shift"]> }) {
  const t = useTranslations("schedule.fill.why");
  return (
    <div className="grid gap-3 text-sm">
      {why.reasons.length > 0 && (
        <section>
          <h3 className="text-xs font-medium text-ink-3">{t("title")}</h3>
          <ul className="list-disc pl-5">
            {why.reasons.map((reason) => (
              <li key={reason}>{t(`reason.${reason}`)}</li>
            ))}
          </ul>
        </section>
      )}
      {why.next && <NextBest next={why.next} couldCount={why.couldCount} />}
      {why.others.length > 0 && (
        <Disclosure summary={t("others")} tone="quiet">
          <HoleReasons reasons={why.others} />
        </Disclosure>
      )}
    </div>
  );
}

function NextBest({ next, couldCount }: { next: NextBestView; couldCount: number }) {
  const t = useTranslations("schedule.fill.why");
  const { people } = useSchedule();
  const { missingMinutes, overContractMinutes, workedMinutes, wishesBroken, isTurnUnfair } = next;
  const worse = [
    missingMinutes > 0 && t("worse.missing", { amount: hoursAmountText(missingMinutes) }),
    overContractMinutes > 0 && t("worse.overContract", { amount: hoursAmountText(overContractMinutes) }),
    workedMinutes > 0 && t("worse.worked", { amount: hoursAmountText(workedMinutes) }),
    wishesBroken > 0 && t("worse.wishes", { count: wishesBroken }),
    isTurnUnfair && t("worse.turn"),
  ].filter((one) => one !== false);
  return (
    <section>
      <h3 className="text-xs font-medium text-ink-3">{t("next")}</h3>
      <p>
        <b className="font-semibold">{people.get(next.assistantId)?.name}</b>{" "}
        <span className="text-ink-2">{worse.length > 0 ? worse.join(" · ") : t("asGood")}</span>
      </p>
      {couldCount > 1 && <p className="text-xs text-ink-2">{t("could", { count: couldCount })}</p>}
    </section>
  );
}
