import { levelOn } from "@/lib/assistants/rules-ramp";
import { dutyCoverMinutes } from "@/lib/coverage/demand/rules-duty-minutes";
import { freeAfterCovers, type Grid } from "@/lib/coverage/demand/rules-grid";
import { ownSupport } from "@/lib/coverage/demand/rules-own-support";
import {
  needsSupport,
  type Office,
  type OfficeAssistant,
  type OfficeDuty,
  type OfficeExecutive,
} from "@/lib/coverage/office/rules";
import { isForDuty } from "@/lib/support/rules";
import { type HalfDay, halfDaysFrom } from "@/lib/time/half-day";
import { ineligibilitiesOfPerson } from "./rules-eligibility";
import { neededMinutes } from "./rules-familiarity";

/** Who could step in for one duty of an executive: how many, and the only one where there is but one. */
export type DutyDepth = {
  dutyId: string;
  count: number;
  only: string | null;
  /** The executive's own for this duty, where that is not all of them. */
  own?: string[];
};

/** An executive, its own assistants, and how many could step in for each of its duties. */
export type ExecutiveDepth = { executiveId: string; own: string[]; duties: DutyDepth[]; least: number };

/** Answers who could step in at an executive on the day of a grid: eligible for the duty, and free enough for it beside all else. */
export type StandIns = {
  /** An executive at a step, so that in a large pool others get their turn in between. */
  depthsInSteps: () => Generator<void, ExecutiveDepth[]>;
  peopleFor: (executive: OfficeExecutive, duty: OfficeDuty) => string[];
};

// Somebody with this much time is free enough however unfamiliar the executive is.
const SURELY_PERCENT = 125;

/** Prepares the answer for one day. What executives have in common is worked out once, so that thousands of executives can be asked about. */
export function standInsOf(
  grid: Grid,
  poolId: string,
  free: ReadonlyMap<string, readonly number[]> = freeAfterCovers(grid),
): StandIns {
  const { office } = grid;
  const halfDays = halfDaysFrom(office.from, office.from);
  const eligible = eligibleIn(office);
  const supported = office.executives.filter((executive) => executive.poolId === poolId);

  function peopleFor(executive: OfficeExecutive, duty: OfficeDuty): string[] {
    const own = ownOf(executive, halfDays, duty.dutyId);
    const slots = halfDays.flatMap(({ on, part }, i) =>
      needsSupport(office, executive, on, part) ? [{ i, minutes: dutyCoverMinutes(duty, part) }] : [],
    );
    if (slots.length === 0) return [];
    return eligible(executive, duty).filter((id) => {
      if (own.includes(id)) return false;
      const minutes = free.get(id);
      return slots.every((slot) => hasTime(office, executive, id, minutes?.[slot.i] ?? 0, slot.minutes));
    });
  }

  function* depthsInSteps(): Generator<void, ExecutiveDepth[]> {
    const depths: ExecutiveDepth[] = [];
    for (const executive of supported) {
      yield;
      depths.push(...depthOf(executive, halfDays, office, peopleFor));
    }
    return depths;
  }

  return { peopleFor, depthsInSteps };
}

function hasTime(
  office: Office,
  executive: OfficeExecutive,
  assistantId: string,
  free: number,
  minutes: number,
): boolean {
  if (free <= 0 || free < minutes) return false;
  return (
    free * 100 >= minutes * SURELY_PERCENT || free >= neededMinutes(office, assistantId, executive, minutes)
  );
}

function depthOf(
  executive: OfficeExecutive,
  halfDays: readonly HalfDay[],
  office: Office,
  peopleFor: StandIns["peopleFor"],
): ExecutiveDepth[] {
  if (!halfDays.some(({ on, part }) => needsSupport(office, executive, on, part))) return [];
  const own = ownOf(executive, halfDays);
  const duties = dutiesThatNeedCover(executive).map((duty): DutyDepth => {
    const people = peopleFor(executive, duty);
    const ofDuty = ownOf(executive, halfDays, duty.dutyId);
    return {
      dutyId: duty.dutyId,
      ...(ofDuty.length < own.length ? { own: ofDuty } : {}),
      count: people.length,
      only: people.length === 1 ? (people[0] ?? null) : null,
    };
  });
  if (duties.length === 0) return [];
  const least = Math.min(...duties.map((duty) => duty.count));
  return [{ executiveId: executive.id, own, duties, least }];
}

/** The duties of an executive that go on while its own assistant is away. */
export function dutiesThatNeedCover(executive: OfficeExecutive): OfficeDuty[] {
  return executive.duties.filter((duty) => duty.coverLevel !== "defer" && duty.minutesPerDay > 0);
}

/** The executive's own on some half-days, of any duty or of one. */
function ownOf(executive: OfficeExecutive, halfDays: readonly HalfDay[], dutyId?: string): string[] {
  const own = halfDays.flatMap((at) => ownSupport(executive, at));
  const named = dutyId === undefined ? own : own.filter((support) => isForDuty(support, dutyId));
  return [...new Set(named.map((support) => support.assistantId))];
}

type Eligible = (executive: OfficeExecutive, duty: OfficeDuty) => readonly string[];

/** Who may do a duty of an executive by the rules of the person and the skill; the same for all executives that ask for the same. */
function eligibleIn(office: Office): Eligible {
  const unrestricted = { ...office, restrictions: [] };
  const restricted = new Map(
    office.executives.map((executive) => [executive.id, barredFrom(office, executive)]),
  );
  const byLikeness = new Map<string, readonly OfficeAssistant[]>();
  const byDuty = new Map<string, readonly string[]>();
  return (executive, duty) => {
    const likeness = likenessOf(executive);
    const people =
      byLikeness.get(likeness) ??
      [...office.assistants.values()].filter(
        (assistant) => ineligibilitiesOfPerson(unrestricted, assistant, executive, office.from).length === 0,
      );
    byLikeness.set(likeness, people);
    const key = `${likeness} ${duty.dutyId} ${duty.minProficiency}`;
    const skilled =
      byDuty.get(key) ??
      people
        .filter((assistant) => levelOn(assistant, duty.dutyId, office.from) >= duty.minProficiency)
        .map((assistant) => assistant.id);
    byDuty.set(key, skilled);
    const barred = restricted.get(executive.id);
    return barred && barred.size > 0 ? skilled.filter((id) => !barred.has(id)) : skilled;
  };
}

/** What makes two executives ask the same of a person, restrictions aside. */
function likenessOf(executive: OfficeExecutive): string {
  const site = executive.onsite ? executive.site : null;
  return JSON.stringify([executive.poolId, site, [...executive.languages].sort()]);
}

function barredFrom(office: Office, executive: OfficeExecutive): Set<string> {
  const named = office.restrictions.filter((one) => one.executiveId === executive.id);
  return new Set(
    named
      .map((one) => office.assistants.get(one.assistantId))
      .filter((assistant) => assistant !== undefined)
      .filter((assistant) =>
        ineligibilitiesOfPerson(office, assistant, executive, office.from).some(
          ({ rule }) => rule === "not_available",
        ),
      )
      .map((assistant) => assistant.id),
  );
}

/** An assistant on whom executives depend: those of their own where nobody could step in, and those where only they could. */
export type Dependence = { assistantId: string; alone: string[]; onlyStandIn: string[] };

/** On whom executives depend, most executives first. */
export function dependences(depths: readonly ExecutiveDepth[]): Dependence[] {
  const found = new Map<string, Dependence>();
  function of(assistantId: string): Dependence {
    const known = found.get(assistantId) ?? { assistantId, alone: [], onlyStandIn: [] };
    found.set(assistantId, known);
    return known;
  }
  for (const { executiveId, own, duties } of depths) {
    const alone = new Set(duties.flatMap((duty) => (duty.count === 0 ? (duty.own ?? own) : [])));
    for (const id of alone) of(id).alone.push(executiveId);
    const only = new Set(duties.flatMap((duty) => duty.only ?? []));
    for (const id of only) of(id).onlyStandIn.push(executiveId);
  }
  return [...found.values()].sort(
    (a, b) =>
      b.alone.length - a.alone.length ||
      b.onlyStandIn.length - a.onlyStandIn.length ||
      (a.assistantId < b.assistantId ? -1 : 1),
  );
}
