import { candidatesFor } from "@/lib/coverage/candidates/rules";
import { fitFor } from "@/lib/coverage/candidates/rules-eligibility";
import { coversIn } from "@/lib/coverage/demand/rules";
import type { Grid } from "@/lib/coverage/demand/rules-grid";
import type { CoverSlot } from "@/lib/coverage/demand/rules-runs";
import type { OfficeExecutive } from "@/lib/coverage/office/rules";
import type { OpenedHalfDays } from "@/lib/coverage/what-if/rules-opened-by";
import type { NamedGap } from "@/lib/covers/rules";
import {
  type HalfDay,
  type HalfDayRange,
  halfDayAt,
  halfDayIndex,
  rangeOfIndexes,
} from "@/lib/time/half-day";
import type { Hours } from "@/lib/time/hours";
import { openPieces, stateAt } from "./rules-choices";
import type { Picks } from "./rules-opened";

/** What speaks for a person at an executive, for a manager to read in a second. */
export type WhyChosen = {
  fit: number;
  /** Place among the executive's named backups; null when not one. */
  backupRank: number | null;
  hasCoveredBefore: boolean;
  isSameSite: boolean;
};

/** A part of an absence at one executive: whoever steps in, or nobody. */
export type ExecutiveRun = HalfDayRange & {
  state: "planned" | "covered" | "offered" | "gap";
  assistantId: string | null;
  name: string | null;
  /** The cover that stands or is offered; null for what is planned or open. */
  coverId: string | null;
  coverVersion: number | null;
  /** The hours of the day, where it is not whole half-days. */
  window: Hours | null;
  /** The duties, where several people share them; empty for all. */
  dutyIds: string[];
  halfDays: number;
  why: WhyChosen | null;
};

/** Somebody else with time for an executive. */
export type Alternative = {
  assistantId: string;
  name: string;
  fit: number;
  freeHalfDays: number;
  neededHalfDays: number;
  hasDeclined: boolean;
  /** The pool that lends this person; null for somebody of the executive's own. */
  lentBy: string | null;
};

/** An executive whom an absence hits: who steps in when, and who else could. */
export type CardExecutive = {
  executiveId: string;
  name: string;
  title: string;
  tier: number;
  halfDays: number;
  runs: ExecutiveRun[];
  alternatives: Alternative[];
  /** The person chosen by hand, "none" for nobody, null for the plan's choice. */
  picked: string | null;
};

const MOST_ALTERNATIVES = 6;

/** The executives an absence hits, the weightiest first, with who steps in as planned and who else could. */
export function cardExecutivesOf(
  grid: Grid,
  opened: OpenedHalfDays,
  planned: readonly CoverSlot[],
  picks: Picks,
): CardExecutive[] {
  return grid.office.executives
    .filter((executive) => (opened.get(executive.id)?.size ?? 0) > 0)
    .map((executive) =>
      executiveOf(grid, executive, [...(opened.get(executive.id) ?? [])].sort(byNumber), planned, picks),
    )
    .sort((a, b) => b.tier - a.tier || (a.name < b.name ? -1 : 1));
}

function byNumber(a: number, b: number): number {
  return a - b;
}

function executiveOf(
  grid: Grid,
  executive: OfficeExecutive,
  indexes: readonly number[],
  planned: readonly CoverSlot[],
  picks: Picks,
): CardExecutive {
  const own = planned.filter((slot) => slot.executiveId === executive.id);
  const runs: (ExecutiveRun & { position: number; key: string })[] = [];
  indexes.forEach((index, position) => {
    const here = own.filter((slot) => slot.index === index);
    for (const part of partsAt(grid, executive, index, here)) {
      const key = JSON.stringify(part);
      const before = runs.findLast((run) => run.key === key && run.position === position - 1);
      if (before) {
        Object.assign(before, { ...edgesTo(before, index), halfDays: before.halfDays + 1, position });
        continue;
      }
      const assistant = part.assistantId ? grid.office.assistants.get(part.assistantId) : undefined;
      runs.push({
        ...rangeOfIndexes(index, index),
        ...part,
        name: assistant?.name ?? null,
        halfDays: 1,
        why: assistant ? whyOf(grid, executive, assistant.id, halfDayAt(index)) : null,
        position,
        key,
      });
    }
  });
  const pick = picks.get(executive.id);
  return {
    executiveId: executive.id,
    name: executive.name,
    title: executive.title,
    tier: executive.tier,
    halfDays: indexes.length,
    runs: runs.map(({ position: _, key: __, ...run }) => run),
    alternatives: alternativesFor(grid, executive.id, indexes, new Set(own.map((slot) => slot.assistantId))),
    picked: pick === undefined ? null : (pick ?? "none"),
  };
}

function edgesTo(run: HalfDayRange, index: number): HalfDayRange {
  const { on, part } = halfDayAt(index);
  return { from: run.from, fromPart: run.fromPart, to: on, toPart: part };
}

type ExecutivePart = Pick<
  ExecutiveRun,
  "state" | "assistantId" | "coverId" | "coverVersion" | "window" | "dutyIds"
>;

/** Who serves a half-day part by part: as planned, as it stands, and what is open. */
function partsAt(
  grid: Grid,
  executive: OfficeExecutive,
  index: number,
  planned: readonly CoverSlot[],
): ExecutivePart[] {
  const state = stateAt(grid, executive.id, index);
  const standing = (state ? coversIn(state) : []).filter(
    ({ dutyIds }) =>
      !planned.some((slot) => !slot.dutyIds?.length || slot.dutyIds.some((id) => dutyIds.includes(id))),
  );
  return [
    ...planned.map(({ assistantId, window = null, dutyIds = [] }) => ({
      state: "planned" as const,
      assistantId,
      coverId: null,
      coverVersion: null,
      window,
      dutyIds: [...dutyIds],
    })),
    ...standing.map(({ cover, window, dutyIds }) => ({
      state: cover.offeredUntil ? ("offered" as const) : ("covered" as const),
      assistantId: cover.assistantId,
      coverId: cover.id,
      coverVersion: cover.version ?? null,
      window,
      dutyIds: [...dutyIds],
    })),
    ...openPieces(grid, executive, index, planned).map(({ window, dutyIds }) => ({
      state: "gap" as const,
      assistantId: null,
      coverId: null,
      coverVersion: null,
      window,
      dutyIds: [...dutyIds],
    })),
  ];
}

function whyOf(
  grid: Grid,
  executive: OfficeExecutive,
  assistantId: string,
  { on }: HalfDay,
): WhyChosen | null {
  const { office } = grid;
  const assistant = office.assistants.get(assistantId);
  if (!assistant) return null;
  const backup = executive.supports.find(
    (s) =>
      s.role === "backup" && s.assistantId === assistantId && s.from <= on && (s.to === null || s.to >= on),
  );
  return {
    fit: fitFor(office, assistant, executive, on).total,
    backupRank: backup?.rank ?? null,
    hasCoveredBefore: office.history.has(`${assistantId} ${executive.id}`),
    isSameSite: assistant.site === executive.site,
  };
}

function alternativesFor(
  grid: Grid,
  executiveId: string,
  indexes: readonly number[],
  planned: ReadonlySet<string>,
): Alternative[] {
  const [first = 0] = indexes;
  const last = indexes.at(-1) ?? first;
  const declined = (grid.office.declined ?? []).filter(
    (one) => one.executiveId === executiveId && one.first <= last && first <= one.last,
  );
  return candidatesFor(grid, executiveId, { first, last })
    .filter((candidate) => candidate.freeHalfDays > 0 && !planned.has(candidate.assistantId))
    .slice(0, MOST_ALTERNATIVES)
    .map(({ assistantId, name, fit, freeHalfDays, neededHalfDays, lentBy }) => ({
      assistantId,
      name,
      fit: fit.total,
      freeHalfDays,
      neededHalfDays,
      lentBy,
      hasDeclined: declined.some((one) => one.assistantId === assistantId),
    }));
}

/** An unbroken stretch of half-days of one executive that nobody serves. */
export type GapRun = HalfDayRange & { executiveId: string; halfDays: number };

/** Gaps as people name them: one stretch for neighbouring half-days of an executive. */
export function gapRunsOf(gaps: readonly NamedGap[]): GapRun[] {
  const runs: (GapRun & { end: number })[] = [];
  const inOrder = gaps
    .map(({ executiveId, on, part }) => ({ executiveId, index: halfDayIndex(on, part) }))
    .sort((a, b) => compare(a.executiveId, b.executiveId) || a.index - b.index);
  for (const { executiveId, index } of inOrder) {
    const last = runs.at(-1);
    if (last?.executiveId === executiveId && last.end === index - 1) {
      Object.assign(last, { ...edgesTo(last, index), halfDays: last.halfDays + 1, end: index });
    } else {
      runs.push({ executiveId, ...rangeOfIndexes(index, index), halfDays: 1, end: index });
    }
  }
  return runs.map(({ end: _, ...run }) => run);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
