"use client";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import type { TrialView } from "@/lib/matching/trials/schema";
import { SupportPart } from "./support-part";

// Its forms are loaded where there is a trial alone.
const OwnTrials = dynamic(async () => (await import("@/app/_shared/matching/own-trials")).OwnTrials);

/** Trials of the executive that are to come, under way, or still to be spoken of. */
export function TrialsHere({ trials }: { trials: readonly TrialView[] }) {
  const t = useTranslations("matching.trial");
  const here = trials.filter(
    ({ phase, checkIn }) =>
      checkIn !== null || phase === "proposed" || phase === "agreed" || phase === "active",
  );
  if (here.length === 0) return null;
  return (
    <SupportPart title={t("own")}>
      <div className="px-4 md:px-0">
        <OwnTrials trials={here} side="executive" />
      </div>
    </SupportPart>
  );
}
