import { type HalfDay, halfDayIndex } from "@/lib/time/half-day";
import {
  absenceOn,
  isAtWork,
  needsSupport,
  type Office,
  type OfficeCover,
  type OfficeDuty,
  type OfficeExecutive,
  type OfficeSupport,
} from "./office";

/** Share of a duty's minutes that a cover takes on, in percent. */
const COVER_PERCENT = { full: 100, core: 50, monitor: 25, defer: 0 } as const;

/** Minutes of a duty in one half-day when the own assistant does it: half a day's, the odd minute in the morning. */
function halfMinutes(minutesPerDay: number, part: "am" | "pm"): number {
  return part === "am" ? Math.ceil(minutesPerDay / 2) : Math.floor(minutesPerDay / 2);
}

/** Minutes the executive's own assistant is busy for them in a half-day. */
export function ownMinutes(duties: readonly OfficeDuty[], part: "am" | "pm"): number {
  return duties.reduce((sum, duty) => sum + halfMinutes(duty.minutesPerDay, part), 0);
}

/** Minutes a cover is busy for the executive in a half-day: full counts whole, core half, monitor a quarter, defer nothing. */
export function coverMinutes(duties: readonly OfficeDuty[], part: "am" | "pm"): number {
  return duties.reduce((sum, duty) => sum + dutyCoverMinutes(duty, part), 0);
}

/** Minutes of one duty a cover takes on in a half-day, rounded up. */
export function dutyCoverMinutes(duty: OfficeDuty, part: "am" | "pm"): number {
  return Math.ceil((halfMinutes(duty.minutesPerDay, part) * COVER_PERCENT[duty.coverLevel]) / 100);
}

/** Weight of an uncovered minute: the executive's tier. The cover level is in the minutes already (see DECISIONS.md). */
export function demandWeight(executive: OfficeExecutive): number {
  return executive.tier;
}

const ROLE_ORDER = { primary: 0, shared: 1, backup: 2 } as const;

/** Who supports an executive on a day as their own (primary, then shared), whether at work or not. */
export function ownSupport(executive: OfficeExecutive, at: HalfDay): OfficeSupport[] {
  return executive.supports
    .filter((s) => s.role !== "backup" && s.from <= at.on && (s.to === null || s.to >= at.on))
    .sort(
      (a, b) =>
        ROLE_ORDER[a.role] - ROLE_ORDER[b.role] ||
        a.rank - b.rank ||
        (a.assistantId < b.assistantId ? -1 : 1),
    );
}

/** Why an executive is without their own assistant. */
export type DemandCause =
  | { kind: "absence"; absenceId: string; assistantId: string }
  | { kind: "hours" | "left"; assistantId: string }
  | { kind: "unassigned" };

/** Who serves an executive in one half-day, or why nobody does. */
export type SlotState =
  | { status: "not_needed" }
  | { status: "own"; assistantId: string }
  | { status: "cover"; assistantId: string; cover: OfficeCover; cause: DemandCause; minutes: number }
  | { status: "gap"; cause: DemandCause; minutes: number };

/** The state of one half-day of an executive: own, cover, gap or not needed. Gaps are computed, never typed. */
export function slotState(office: Office, executive: OfficeExecutive, at: HalfDay): SlotState {
  if (!needsSupport(office, executive, at.on, at.part)) return { status: "not_needed" };
  const own = ownSupport(executive, at);
  for (const { assistantId } of own) {
    const assistant = office.assistants.get(assistantId);
    if (assistant && isAtWork(office, assistant, at)) return { status: "own", assistantId };
  }
  const cause = causeOf(office, own[0], at);
  const minutes = coverMinutes(executive.duties, at.part);
  const cover = workingCover(office, executive.id, at);
  if (cover) return { status: "cover", assistantId: cover.assistantId, cover, cause, minutes };
  return minutes > 0 ? { status: "gap", cause, minutes } : { status: "not_needed" };
}

function causeOf(office: Office, own: OfficeSupport | undefined, at: HalfDay): DemandCause {
  const assistant = own && office.assistants.get(own.assistantId);
  if (!assistant) return { kind: "unassigned" };
  const absence = absenceOn(assistant, at);
  if (absence) return { kind: "absence", absenceId: absence.id, assistantId: assistant.id };
  const hasLeft = assistant.leavesOn !== null && at.on > assistant.leavesOn;
  return { kind: hasLeft ? "left" : "hours", assistantId: assistant.id };
}

/** The live cover whose person is at work on a half-day, or undefined. */
function workingCover(office: Office, executiveId: string, at: HalfDay): OfficeCover | undefined {
  const index = halfDayIndex(at.on, at.part);
  return office.covers.get(executiveId)?.find((cover) => {
    const assistant = office.assistants.get(cover.assistantId);
    return cover.first <= index && index <= cover.last && assistant && isAtWork(office, assistant, at);
  });
}
