import { type DutyHeld, dutyPoints, sitePoints } from "./rules-parts";

/** What speaks for a pairing, each part 0 (nothing) to 100 (everything); the total is their weighted mean less what another pool takes off. */
export type Fit = {
  total: number;
  skills: number;
  continuity: number;
  place: number;
  /** Points taken off because the person belongs to another pool. */
  otherPool: number;
};

/** What is known of an assistant and an executive that bears on their fit. */
export type Pairing = {
  /** The duties that need cover, and the minutes each weighs. */
  duties: readonly DutyHeld[];
  /** Place among the executive's named backups, 1 first; null when not one. */
  backupRank: number | null;
  /** Covered the executive in the past year, or supports them with other duties. */
  hasCoveredBefore: boolean;
  isSameSite: boolean;
  isOtherPool: boolean;
  hasSoftRestriction: boolean;
};

const WEIGHTS = { skills: 0.5, continuity: 0.35, place: 0.15 };
const OTHER_POOL_POINTS = 10;
const SOFT_RESTRICTION_MISFIT = 300;
const WORST_FIT = 100;
/** Who is below the level that is needed can't cover: what a placement gives for a level that can be learnt is nothing here. */
const ONE_BELOW = 0;
const MAX_MISFIT = 1000;

/** How well an eligible assistant fits an executive's duties: skills ½, continuity 35 %, place 15 %, less ten points for another pool. A number with reasons, never a verdict. */
export function fitOf(pairing: Pairing): Fit {
  const parts = {
    skills: dutyPoints(pairing.duties, ONE_BELOW) ?? 100,
    continuity: continuity(pairing),
    place: sitePoints(pairing.isSameSite),
    otherPool: pairing.isOtherPool ? OTHER_POOL_POINTS : 0,
  };
  const mean =
    WEIGHTS.skills * parts.skills + WEIGHTS.continuity * parts.continuity + WEIGHTS.place * parts.place;
  return { total: Math.max(0, Math.round(mean) - parts.otherPool), ...parts };
}

/** The planner's misfit: 0 is a perfect fit, 100 none; a soft restriction adds 300 without being named. */
export function misfitOf(pairing: Pairing): number {
  const misfit =
    WORST_FIT - fitOf(pairing).total + (pairing.hasSoftRestriction ? SOFT_RESTRICTION_MISFIT : 0);
  return Math.max(0, Math.min(MAX_MISFIT, misfit));
}

/** A misfit as it is shown: the fit alone, so that no figure tells of a soft restriction. */
export function shownMisfit(misfit: number): number {
  return misfit > WORST_FIT ? misfit - SOFT_RESTRICTION_MISFIT : misfit;
}

function continuity({ backupRank, hasCoveredBefore }: Pairing): number {
  if (backupRank !== null) return Math.max(70, 110 - 10 * backupRank);
  return hasCoveredBefore ? 65 : 20;
}
