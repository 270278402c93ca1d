import {
  elsewhereHours,
  isAtWork,
  isThereFor,
  isTouched,
  type OfficeAssistant,
  type OfficeExecutive,
  type Staffing,
  supportedHoursOf,
} from "@/lib/coverage/office/rules";
import type { CoverRecord } from "@/lib/covers/rules";
import { type DayPart, type HalfDay, halfDayIndex } from "@/lib/time/half-day";
import { type Hours, sharedHours } from "@/lib/time/hours";
import { dutiesToCover, type Piece, pieceMinutes, type SlotState, shareOfMinutes } from "./rules";
import { coverMinutes } from "./rules-duty-minutes";
import {
  dueOf,
  joinedShares,
  type OwnDuties,
  type OwnOfDay,
  type OwnShare,
  ownDutiesOf,
} from "./rules-own-shares";
import { type Demand, type DemandCause, ownPart } from "./rules-own-support";
import { segmentsOf } from "./rules-segments";

/** The state of one half-day of an executive: own, cover, gap or not needed. Gaps are computed, never typed. */
export function slotState(office: Staffing, executive: OfficeExecutive, at: HalfDay): SlotState {
  return statesOf(office, executive)(at, 0);
}

const NOT_NEEDED: SlotState = { status: "not_needed" };

/** Says whether an assistant is at work on a half-day, which may be told by its place among others. */
export type IsThere = (assistant: OfficeAssistant, at: HalfDay, position: number) => boolean;

/** The states of an executive's half-days, one by one; what is the same for all of them is worked out once. */
export function statesOf(
  office: Staffing,
  executive: OfficeExecutive,
  isThere: IsThere = (assistant, at) => isAtWork(office, assistant, at),
): (at: HalfDay, position: number) => SlotState {
  const supportedAt = supportedHoursOf(office, executive);
  const ownAt = ownDutiesOf(executive);
  let support: SupportParts | null = null;
  const served = new Map<OwnOfDay, Record<DayPart, Map<string, SlotState>>>();
  let today: OwnOfDay | null = null;
  let states: Record<DayPart, Map<string, SlotState>> = { am: new Map(), pm: new Map() };
  return (at, position) => {
    const supported = supportedAt(at);
    if (!supported) return NOT_NEEDED;
    const own = ownAt(at);
    if (own !== today) {
      states = served.get(own) ?? { am: new Map(), pm: new Map() };
      served.set(own, states);
      today = own;
    }
    const whole = servedWhole(own, at, position);
    if (whole) return whole;
    support ??= { office, executive, am: ofPart(executive, "am"), pm: ofPart(executive, "pm") };
    return servedInParts(support, own, at, supported);
  };

  /** The state when somebody of the executive's own is there for every duty, untouched by any absence and at no other work. */
  function servedWhole(own: OwnOfDay, at: HalfDay, position: number): SlotState | null {
    let key = "";
    for (const group of own.groups) {
      const lead = leadOf(group, at, position);
      if (!lead || isTouched(lead, at) || elsewhereHours(office, lead, at).length > 0) return null;
      key = key === "" ? lead.id : `${key} ${lead.id}`;
    }
    const known = states[at.part].get(key);
    if (known) return known;
    const leads = own.groups.map((group) => leadOf(group, at, position)?.id ?? "");
    const state = wholeState(own, leads, at.part, executive);
    states[at.part].set(key, state);
    return state;
  }

  function leadOf({ supports }: OwnDuties, at: HalfDay, position: number): OfficeAssistant | undefined {
    for (const { assistantId } of supports) {
      const assistant = office.assistants.get(assistantId);
      if (assistant && isThere(assistant, at, position)) return assistant;
    }
    return undefined;
  }
}

function wholeState(
  { groups, order }: OwnOfDay,
  leads: readonly string[],
  part: DayPart,
  executive: OfficeExecutive,
): SlotState {
  const shares = groups.map((group, i) => ({
    assistantId: leads[i] ?? "",
    minutes: group[part],
    dutyIds: group.dutyIds,
  }));
  return stateOfParts(joinedShares(shares, executive, order), []);
}

/** The state when somebody of the executive's own is away: who is there for which duties, and who covers the others. */
function servedInParts(
  support: SupportParts,
  { groups, order }: OwnOfDay,
  at: HalfDay,
  supported: Hours,
): SlotState {
  const shares: OwnShare[] = [];
  const open: DutyDemand[] = [];
  for (const group of groups) {
    const busy = group[at.part];
    const due = dueOf(group, at.part);
    const { own, demands } = ownPart(support.office, group.supports, at, supported);
    for (const { assistantId, minutes } of own)
      shares.push({ assistantId, minutes: shareOfMinutes(busy, minutes, supported), dutyIds: group.dutyIds });
    for (const demand of demands) addDemand(open, { ...demand, due });
  }
  const own = joinedShares(shares, support.executive, order);
  const isNothingDue = support[at.part].due.length === 0;
  const asked = isNothingDue ? open.filter(({ window }) => window === null).slice(0, 1) : open;
  const pieces = asked.flatMap((demand) => piecesOf(support, at, supported, demand, own.length === 0));
  return stateOfParts(own, pieces);
}

/** A demand for some of an executive's duties. */
type DutyDemand = Demand & { due: readonly string[] };

/** Demands of the same hours for the same cause are one, for the duties of all. */
function addDemand(open: DutyDemand[], demand: DutyDemand): void {
  const same = open.find(
    (one) =>
      JSON.stringify(one.window) === JSON.stringify(demand.window) &&
      JSON.stringify(one.cause) === JSON.stringify(demand.cause),
  );
  if (same) same.due = [...same.due, ...demand.due];
  else open.push(demand);
}

/** The state of a half-day from who of the executive's own is there and the parts without them. */
export function stateOfParts(own: readonly OwnShare[], pieces: readonly Piece[]): SlotState {
  const [first] = pieces;
  const open = pieces.filter((piece) => piece.cover === null);
  if (open[0]) return { status: "gap", cause: open[0].cause, minutes: minutesIn(open), own, pieces };
  if (first?.cover) {
    const { cover, cause } = first;
    const { assistantId } = cover;
    return { status: "cover", assistantId, cover, cause, minutes: minutesIn(pieces), own, pieces };
  }
  return own[0] ? { status: "own", assistantId: own[0].assistantId, own } : NOT_NEEDED;
}

function minutesIn(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, piece) => sum + piece.minutes, 0);
}

/** What a cover of an executive is for in each half of a day: the duties that cannot wait, and the minutes of all. */
type SupportParts = { office: Staffing; executive: OfficeExecutive } & Record<
  DayPart,
  { due: string[]; minutes: number }
>;

function ofPart(executive: OfficeExecutive, part: DayPart): SupportParts[DayPart] {
  return { due: dutiesToCover(executive, part), minutes: coverMinutes(executive.duties, part) };
}

/** Who covers a demand, hour by hour and duty by duty, and what stays open. */
function piecesOf(
  support: SupportParts,
  at: HalfDay,
  supported: Hours,
  { window, cause, due }: DutyDemand,
  isAlone: boolean,
): Piece[] {
  const { office, executive } = support;
  const covers = coversAt(office, executive.id, at);
  if (covers.length === 0) return due.length === 0 ? [] : [pieceOf(support, at, window, due, cause, null)];
  return segmentsOf(window, supported, covers).flatMap((segment) => {
    const serving = covers.filter((cover) => isServing(office, cover, at, segment, supported));
    if (due.length === 0) {
      const isServed = window === null && isAlone && support[at.part].due.length === 0;
      return isServed && serving[0] ? [pieceOf(support, at, segment, [], cause, serving[0])] : [];
    }
    const held = serving.map(() => [] as string[]);
    const open: string[] = [];
    for (const duty of due) {
      const by = serving.findIndex(({ dutyIds }) => !dutyIds?.length || dutyIds.includes(duty));
      (held[by] ?? open).push(duty);
    }
    return [
      ...serving.flatMap((cover, i) =>
        held[i]?.length ? [pieceOf(support, at, segment, held[i], cause, cover)] : [],
      ),
      ...(open.length > 0 ? [pieceOf(support, at, segment, open, cause, null)] : []),
    ];
  });
}

const ALL: readonly string[] = [];

function pieceOf(
  support: SupportParts,
  at: HalfDay,
  window: Hours | null,
  duties: readonly string[],
  cause: DemandCause,
  cover: CoverRecord | null,
): Piece {
  const { due, minutes } = support[at.part];
  const dutyIds = duties.length === due.length ? ALL : duties;
  if (window === null && dutyIds.length === 0) return { window, dutyIds, minutes, cause, cover };
  const asked = pieceMinutes(support.office, support.executive, at, { window, dutyIds });
  return { window, dutyIds, minutes: asked, cause, cover };
}

function coversAt(office: Staffing, executiveId: string, at: HalfDay): CoverRecord[] {
  const covers = office.covers.get(executiveId) ?? [];
  if (covers.length === 0) return [];
  const index = halfDayIndex(at.on, at.part);
  return covers.filter((cover) => cover.first <= index && index <= cover.last);
}

/** True when a cover is for these hours of a half-day (all of them when null) and its person is there. */
function isServing(
  office: Staffing,
  cover: CoverRecord,
  at: HalfDay,
  segment: Hours | null,
  supported: Hours,
): boolean {
  const assistant = office.assistants.get(cover.assistantId);
  if (cover.window && !sharedHours(cover.window, segment ?? supported)) return false;
  return assistant !== undefined && isThereFor(office, assistant, at, segment);
}
