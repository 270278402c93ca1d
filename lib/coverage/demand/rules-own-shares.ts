import type { OfficeExecutive } from "@/lib/coverage/office/rules";
import type { DayPart, HalfDay } from "@/lib/time/half-day";
import { dutyCoverMinutes, ownMinutes } from "./rules-duty-minutes";
import { isInForce, type OwnGroup, ownGroups, ownInOrder } from "./rules-own-support";

/** How long one of an executive's own is busy with them in a half-day, and with which duties (empty for all). */
export type OwnShare = { assistantId: string; minutes: number; dutyIds: readonly string[] };

/** Duties that the same of an executive's own are for (by id none for all), with the minutes they take of them in a half-day. */
export type OwnDuties = OwnGroup & { dutyIds: readonly string[] } & Record<DayPart, number>;

/** The duties of a group that cannot wait in a half-day. */
export function dueOf({ duties }: OwnDuties, part: DayPart): string[] {
  return duties.filter((duty) => dutyCoverMinutes(duty, part) > 0).map((duty) => duty.dutyId);
}

/** Who of an executive's own is for which duties on a day, and the order in which they are asked. */
export type OwnOfDay = { groups: readonly OwnDuties[]; order: readonly string[] };

/** An executive's duties by who of their own is for them on each day; worked out once for all days with the same support. */
export function ownDutiesOf(executive: OfficeExecutive): (at: HalfDay) => OwnOfDay {
  const supports = ownInOrder(executive);
  const known = new Map<number, OwnOfDay>();
  let last: { key: number; own: OwnOfDay } | null = null;
  return (at) => {
    let key = 0;
    for (const support of supports) key = key * 2 + (isInForce(support, at) ? 1 : 0);
    if (last?.key === key) return last.own;
    const found = known.get(key);
    if (found) {
      last = { key, own: found };
      return found;
    }
    const inForce = supports.filter((support) => isInForce(support, at));
    const groups = ownGroups(executive.duties, inForce).map(({ duties, supports: own }) => {
      const isAll = duties.length === executive.duties.length;
      const dutyIds = isAll ? [] : duties.map((duty) => duty.dutyId);
      return { duties, dutyIds, supports: own, am: ownMinutes(duties, "am"), pm: ownMinutes(duties, "pm") };
    });
    const own = { groups, order: inForce.map((support) => support.assistantId) };
    known.set(key, own);
    last = { key, own };
    return own;
  };
}

const NOBODY: OwnShare[] = [];

/** Shares of several groups of an executive's duties as one for each person, in the order they are asked. */
export function joinedShares(
  shares: readonly OwnShare[],
  { duties }: OfficeExecutive,
  order: readonly string[],
): OwnShare[] {
  if (shares.length === 0) return NOBODY;
  if (shares.length < 2) return [...shares];
  const joined = new Map<string, OwnShare>();
  for (const share of shares) {
    const before = joined.get(share.assistantId);
    const isAll = share.dutyIds.length === 0 || before?.dutyIds.length === 0;
    const dutyIds = isAll ? [] : [...new Set([...(before?.dutyIds ?? []), ...share.dutyIds])];
    joined.set(share.assistantId, {
      assistantId: share.assistantId,
      minutes: (before?.minutes ?? 0) + share.minutes,
      dutyIds: dutyIds.length === duties.length ? [] : dutyIds,
    });
  }
  return [...joined.values()].sort((a, b) => order.indexOf(a.assistantId) - order.indexOf(b.assistantId));
}
