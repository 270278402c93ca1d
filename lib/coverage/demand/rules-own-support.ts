import {
  absencesIn,
  elsewhereHours,
  isAtWork,
  type OfficeAssistant,
  type OfficeDuty,
  type OfficeExecutive,
  type OfficeSupport,
  type Staffing,
  scheduledHours,
} from "@/lib/coverage/office/rules";
import { isForDuty } from "@/lib/support/rules";
import type { HalfDay } from "@/lib/time/half-day";
import { type Hours, minutesOf, sharedHours, withoutHours } from "@/lib/time/hours";

/** Why an executive is without their own assistant. */
export type DemandCause =
  | { kind: "absence"; absenceId: string; assistantId: string }
  | { kind: "hours" | "left"; assistantId: string }
  | { kind: "unassigned" };

/** Hours of a half-day (all of it when null) without the own assistant. */
export type Demand = { window: Hours | null; cause: DemandCause };

const ROLE_ORDER = { primary: 0, shared: 1, backup: 2 } as const;

/** Who supports an executive on a day as their own (primary, then shared), whether at work or not. */
export function ownSupport(executive: OfficeExecutive, at: HalfDay): OfficeSupport[] {
  return ownInOrder(executive).filter((support) => isInForce(support, at));
}

/** An executive's own (primary, then shared) of any day, in the order they are asked: among equals first who does most. */
export function ownInOrder({ supports, duties }: OfficeExecutive): OfficeSupport[] {
  return supports
    .filter((support) => support.role !== "backup")
    .sort(
      (a, b) =>
        ROLE_ORDER[a.role] - ROLE_ORDER[b.role] ||
        a.rank - b.rank ||
        minutesOfAll(duties, b) - minutesOfAll(duties, a) ||
        (a.assistantId < b.assistantId ? -1 : 1),
    );
}

function minutesOfAll(duties: readonly OfficeDuty[], support: OfficeSupport): number {
  return duties.reduce(
    (sum, { dutyId, minutesPerDay }) => sum + (isForDuty(support, dutyId) ? minutesPerDay : 0),
    0,
  );
}

/** Duties of an executive that the same of their own are for. */
export type OwnGroup = { duties: readonly OfficeDuty[]; supports: readonly OfficeSupport[] };

/** The executive's duties by who of some support is for them; one group when all are for all. */
export function ownGroups(duties: readonly OfficeDuty[], supports: readonly OfficeSupport[]): OwnGroup[] {
  if (duties.length === 0 || supports.every(({ dutyIds }) => dutyIds.length === 0))
    return [{ duties, supports }];
  const groups = new Map<string, { duties: OfficeDuty[]; supports: OfficeSupport[] }>();
  for (const duty of duties) {
    const own = supports.filter((support) => isForDuty(support, duty.dutyId));
    const key = own.map((support) => supports.indexOf(support)).join();
    const group = groups.get(key) ?? { duties: [], supports: own };
    group.duties.push(duty);
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** True on the days somebody supports the executive. */
export function isInForce({ from, to }: OfficeSupport, { on }: HalfDay): boolean {
  return from <= on && (to === null || to >= on);
}

/** Whoever of the executive's own (in the order given) is at work, for how many minutes, and what they leave open: the hours they are away, or everything. */
export function ownPart(
  office: Staffing,
  supports: readonly OfficeSupport[],
  at: HalfDay,
  supported: Hours,
): { own: { assistantId: string; minutes: number }[]; demands: Demand[] } {
  const there = supports.flatMap(({ assistantId }) => {
    const assistant = office.assistants.get(assistantId);
    return assistant && isAtWork(office, assistant, at) ? [assistant] : [];
  });
  const [lead, ...others] = there;
  if (!lead) return { own: [], demands: [{ window: null, cause: causeOf(office, supports[0], at) }] };
  const left = hoursLeft(office, lead, at, supported);
  const { served, open } = servedShares(left, others, (other) => freeHours(office, other, at));
  const away = minutesOf(left.map(({ window }) => window));
  return {
    own: [
      { assistantId: lead.id, minutes: minutesOf([supported]) - away },
      ...served.map(({ id, hours }) => ({ assistantId: id, minutes: minutesOf(hours) })),
    ],
    demands: open,
  };
}

/** Hours of an executive's half-day in which an assistant who is at work then is away, or at other work. */
function hoursLeft(
  office: Staffing,
  lead: OfficeAssistant,
  at: HalfDay,
  supported: Hours,
): { window: Hours; cause: DemandCause }[] {
  const scheduled = scheduledHours(office, lead, at);
  const due = scheduled && sharedHours(scheduled, supported);
  if (!due) return [];
  const left: { window: Hours; cause: DemandCause }[] = [];
  const add = (window: Hours, cause: DemandCause) => {
    const hours = sharedHours(window, due);
    if (!hours) return;
    const fresh = left.reduce((rest, one) => rest.flatMap((r) => withoutHours(r, one.window)), [hours]);
    left.push(...fresh.map((piece) => ({ window: piece, cause })));
  };
  for (const { id, window } of absencesIn(lead, at))
    if (window) add(window, { kind: "absence", absenceId: id, assistantId: lead.id });
  for (const window of elsewhereHours(office, lead, at)) add(window, { kind: "hours", assistantId: lead.id });
  return left.sort((a, b) => a.window.startMinute - b.window.startMinute);
}

/** Hours of a half-day an assistant works and is not away. */
function freeHours(office: Staffing, assistant: OfficeAssistant, at: HalfDay): Hours[] {
  const scheduled = scheduledHours(office, assistant, at);
  return absencesIn(assistant, at).reduce<Hours[]>(
    (rest, { window }) => (window ? rest.flatMap((hours) => withoutHours(hours, window)) : []),
    elsewhereHours(office, assistant, at).reduce<Hours[]>(
      (rest, window) => rest.flatMap((hours) => withoutHours(hours, window)),
      scheduled ? [scheduled] : [],
    ),
  );
}

/** Gives hours the first of an executive's own leaves to the others who are there, in order, and says what stays open. */
function servedShares<T extends { window: Hours }, A extends { id: string }>(
  left: readonly T[],
  others: readonly A[],
  freeHours: (other: A) => Hours[],
): { served: { id: string; hours: Hours[] }[]; open: T[] } {
  let open = [...left];
  const served: { id: string; hours: Hours[] }[] = [];
  for (const other of others) {
    const free = freeHours(other);
    const hours = open.flatMap(({ window }) => free.flatMap((one) => sharedHours(window, one) ?? []));
    if (hours.length > 0) served.push({ id: other.id, hours });
    open = open.flatMap((one) =>
      free
        .reduce((rest, there) => rest.flatMap((r) => withoutHours(r, there)), [one.window])
        .map((window) => ({ ...one, window })),
    );
  }
  return { served, open };
}

function causeOf(office: Staffing, own: OfficeSupport | undefined, at: HalfDay): DemandCause {
  const assistant = own && office.assistants.get(own.assistantId);
  if (!assistant) return { kind: "unassigned" };
  const absences = absencesIn(assistant, at);
  const absence = absences.find(({ window }) => !window) ?? absences[0];
  const hasLeft = assistant.leavesOn !== null && at.on > assistant.leavesOn;
  const isDue = scheduledHours(office, assistant, at) !== null;
  if (absence && (isDue || !absence.window))
    return { kind: "absence", absenceId: absence.id, assistantId: assistant.id };
  return { kind: hasLeft ? "left" : "hours", assistantId: assistant.id };
}
