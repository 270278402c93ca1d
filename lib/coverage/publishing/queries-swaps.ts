import "server-only";
import type { Manager } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { readGrid } from "@/lib/coverage/demand/queries-grid";
import type { ShiftRequestFacts } from "@/lib/schedules/swaps/queries";
import { handOnsOfRequest } from "@/lib/schedules/swaps/queries-check";
import { findingsOfHandOns, handedOn, type ShiftHandOn } from "@/lib/schedules/swaps/rules";
import { readRoster } from "@/lib/schedules/week/queries-roster";
import type { Finding } from "@/lib/schedules/week/rules-findings-kinds";
import type { Roster } from "@/lib/schedules/week/rules-roster";
import { addDays, daysFrom } from "@/lib/time/day";
import { type IsoWeek, isoWeekOf } from "@/lib/time/iso-week";
import { daysAfter, type ShiftEffects, shiftEffects } from "./rules";

/** What approving a request would break, and which executives' half-days become or stop being gaps by it. */
export type CheckedRequest = ShiftEffects & { findings: Finding[] };

type Known = { request: ShiftRequestFacts; handOns: readonly ShiftHandOn[] };

/** Checks requests that somebody has accepted, each with its shifts exchanged: a roster and a grid for each week they lie in. */
export async function checkShiftRequests(
  ctx: Ctx<Manager>,
  requests: readonly ShiftRequestFacts[],
  chosen: Readonly<Record<string, string>> = {},
): Promise<Map<string, CheckedRequest>> {
  const known = requests.flatMap((request) => {
    const handOns = handOnsOfRequest(request, chosen[request.id]);
    return handOns ? [{ request, handOns }] : [];
  });
  const checked = new Map<string, CheckedRequest>(
    known.map(({ request }) => [request.id, { findings: [], opened: [], closed: [] }]),
  );
  const weeks = new Set(
    known.flatMap(({ request, handOns }) =>
      handOns.map(({ shift }) => `${request.poolId} ${isoWeekOf(shift.on)}`),
    ),
  );
  for (const key of weeks) {
    const [poolId = "", week = ""] = key.split(" ");
    const ofWeek = known.filter(
      ({ request, handOns }) =>
        request.poolId === poolId && handOns.some(({ shift }) => isoWeekOf(shift.on) === week),
    );
    await checkWeek(ctx, poolId, week as IsoWeek, ofWeek, checked);
  }
  return checked;
}

async function checkWeek(
  ctx: Ctx<Manager>,
  poolId: string,
  week: IsoWeek,
  ofWeek: readonly Known[],
  checked: Map<string, CheckedRequest>,
): Promise<void> {
  const people = [
    ...new Set(
      ofWeek.flatMap(({ handOns }) =>
        handOns.flatMap(({ shift, toId }) => [toId, shift.assistantId ?? toId]),
      ),
    ),
  ];
  const roster = await readRoster(ctx, poolId, week, people);
  const sunday = addDays(roster.monday, 6);
  const grid = await readGrid(ctx, roster.pool, roster.monday, sunday);
  for (const { request, handOns } of ofWeek) {
    const found = checked.get(request.id);
    if (!found) continue;
    const effects = shiftEffects(grid, daysAfterHandOns(roster, handOns));
    found.findings.push(...findingsOfHandOns(roster, handOns));
    found.opened.push(...effects.opened);
    found.closed.push(...effects.closed);
  }
}

function daysAfterHandOns({ monday, roles, rules, shifts }: Roster, handOns: readonly ShiftHandOn[]) {
  const sunday = addDays(monday, 6);
  const ofWeek = handOns.filter(({ shift }) => shift.on >= monday && shift.on <= sunday);
  const drafts = handedOn(ofWeek).map((shift) => ({ ...shift, supersedesId: shift.id }));
  const facts = new Map(roles.map((role) => [role.id, role]));
  return daysAfter(drafts, shifts, facts, rules.policy.replacesPattern ? daysFrom(monday, sunday) : []);
}
