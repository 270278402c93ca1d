import type { ApplicationStatus, HiringStage } from "@/lib/hiring/applications/rules";
import { STAGES } from "@/lib/hiring/applications/rules";

/** What the figures are worked out from: moments and statuses, nothing of a person. */
export type CountedApplication = {
  status: ApplicationStatus;
  via: string;
  receivedAt: Date;
  acceptedAt: Date | null;
  /** Every stage it came to, in order. */
  steps: readonly { to: ApplicationStatus; at: Date }[];
};

const DAY_MS = 86_400_000;
/** Below so many no share is shown in percent. */
export const FEWEST_FOR_PERCENT = 5;
const PROMISED_DAYS = 5;

/** The value in the middle of some numbers, the lower one of two; null for none. */
export function medianOf(values: readonly number[]): number | null {
  return quantileOf(values, 0.5);
}

/** The value that a share of some numbers does not exceed; null for none. */
export function quantileOf(values: readonly number[], share: number): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? null;
}

function daysBetweenMoments(from: Date, to: Date): number {
  return Math.max(0, Math.round((to.getTime() - from.getTime()) / DAY_MS));
}

export type StageFigures = {
  stage: HiringStage;
  reached: number;
  medianDays: number | null;
  mostDays: number | null;
};

export type HiringFigures = {
  applications: number;
  hired: number;
  /** From opening the requisition to each accepted offer; its median. */
  daysToFill: number | null;
  /** From receiving an application to accepting its offer; its median. */
  daysToHire: number | null;
  stages: StageFigures[];
  sources: { via: string; count: number }[];
  /** First answers within five days, of those that have one or should. */
  answeredInTime: number;
  answeredOf: number;
};

/** The figures of a hiring from its applications; the same before and after candidates are erased. */
export function hiringFigures(
  openedAt: Date | null,
  applications: readonly CountedApplication[],
  now: Date,
): HiringFigures {
  const accepted = applications.flatMap(({ acceptedAt, receivedAt }) =>
    acceptedAt ? [{ acceptedAt, receivedAt }] : [],
  );
  const sources = new Map<string, number>();
  for (const { via } of applications) sources.set(via, (sources.get(via) ?? 0) + 1);
  const due = applications.flatMap(({ receivedAt, steps }) => {
    const first = steps.find(({ to }) => to !== "received");
    const days = daysBetweenMoments(receivedAt, first?.at ?? now);
    return first || days > PROMISED_DAYS ? [days <= PROMISED_DAYS && first !== undefined] : [];
  });
  return {
    applications: applications.length,
    hired: applications.filter(({ status }) => status === "hired").length,
    daysToFill: openedAt && medianOf(accepted.map((one) => daysBetweenMoments(openedAt, one.acceptedAt))),
    daysToHire: medianOf(accepted.map((one) => daysBetweenMoments(one.receivedAt, one.acceptedAt))),
    stages: STAGES.map((stage) => stageFigures(stage, applications, now)),
    sources: [...sources].map(([via, count]) => ({ via, count })).sort((a, b) => b.count - a.count),
    answeredInTime: due.filter(Boolean).length,
    answeredOf: due.length,
  };
}

function stageFigures(
  stage: HiringStage,
  applications: readonly CountedApplication[],
  now: Date,
): StageFigures {
  const stays = applications.flatMap(({ steps }) =>
    steps.flatMap(({ to, at }, i) => (to === stage ? [daysBetweenMoments(at, steps[i + 1]?.at ?? now)] : [])),
  );
  const reached = applications.filter(({ steps }) => steps.some(({ to }) => to === stage)).length;
  return { stage, reached, medianDays: medianOf(stays), mostDays: quantileOf(stays, 0.9) };
}
