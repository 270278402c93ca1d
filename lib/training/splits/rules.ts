import { ownIn, piecesIn } from "@/lib/coverage/demand/rules";
import { type Grid, gridOf, positionOf } from "@/lib/coverage/demand/rules-grid";
import type { CoverChoice } from "@/lib/coverage/leave-cover/rules-choices";
import { problemOf } from "@/lib/coverage/plans/rules-problem";
import { withAbsences } from "@/lib/coverage/what-if/rules-scenario";
import { type Day, daysFrom } from "@/lib/time/day";
import { DAY_PARTS, type HalfDay, halfDayAt, halfDayIndex } from "@/lib/time/half-day";
import { type Hours, hoursOfPart, sharedHours } from "@/lib/time/hours";
import type { CohortProblem } from "@/lib/training/cohort/problem";

/** A time at which a session could be held. */
export type SessionTime = Hours & { on: Day };

/** The times of a course within some days and hours of a room: at its beginning, and at its end where that is another half. */
export function sessionTimes(
  from: Day,
  to: Day,
  { startMinute, endMinute }: Hours,
  minutes: number,
): SessionTime[] {
  if (endMinute - startMinute < minutes) return [];
  const early = { startMinute, endMinute: startMinute + minutes };
  const late = { startMinute: endMinute - minutes, endMinute };
  const hours = early.endMinute <= late.startMinute ? [early, late] : [early];
  return daysFrom(from, to).flatMap((on) => hours.map((one) => ({ on, ...one })));
}

/** The half-days that a time takes somebody away in. */
export function halfDaysOf({ on, ...hours }: SessionTime): HalfDay[] {
  return DAY_PARTS.filter((part) => sharedHours(hours, hoursOfPart(part)) !== null).map((part) => ({
    on,
    part,
  }));
}

/** A cohort's question, and what its windows and pieces stand for. */
export type AskedCohort = {
  problem: CohortProblem;
  times: Map<string, SessionTime>;
  pieces: Map<string, { executiveId: string; at: HalfDay; dutyIds: readonly string[] }>;
};

export type CohortQuestion = {
  poolId: string;
  memberIds: readonly string[];
  times: readonly SessionTime[];
  seats: number;
};

/**
 * States who could go when: a piece is what executives need in a half-day and only members serve, who could cover it is as in any
 * plan, and a member can go where they are at work and the executive is not open already.
 */
export function askCohort(
  grid: Grid,
  free: ReadonlyMap<string, readonly number[]>,
  { poolId, memberIds, times, seats }: CohortQuestion,
): AskedCohort {
  const named = new Map(times.map((time) => [`${time.on} ${time.startMinute}`, time]));
  const positions = [
    ...new Set(times.flatMap(halfDaysOf).map(({ on, part }) => positionOf(grid, on, part))),
  ].sort((a, b) => a - b);
  const slotOf = new Map(positions.map((position, slot) => [position, slot]));
  const slotsOf = (time: SessionTime) =>
    halfDaysOf(time).flatMap(({ on, part }) => slotOf.get(positionOf(grid, on, part)) ?? []);
  const isThere = (id: string, slot: number) => (grid.atWork.get(id)?.[positions[slot] ?? 0] ?? 0) > 0;
  const cohort = memberIds.map((id) => ({
    id,
    windows: [...named].flatMap(([window, time]) =>
      slotsOf(time).every((slot) => isThere(id, slot)) ? [window] : [],
    ),
  }));
  const possible = new Set(cohort.flatMap(({ windows }) => windows));
  const windows = [...named].flatMap(([id, time]) =>
    possible.has(id) ? [{ id, slots: slotsOf(time) }] : [],
  );
  const { pieces, asked } = piecesOf(grid, free, poolId, new Set(memberIds), positions, slotOf);
  const people = [...grid.office.assistants.keys()].map((id) => ({
    id,
    capacity: positions.map((position) => Math.max(0, free.get(id)?.[position] ?? 0)),
  }));
  const none = { least: 0, together: [], apart: [], at: [] };
  return { problem: { ...none, seats, windows, people, cohort, pieces }, times: named, pieces: asked };
}

function piecesOf(
  grid: Grid,
  free: ReadonlyMap<string, readonly number[]>,
  poolId: string,
  members: ReadonlySet<string>,
  positions: readonly number[],
  slotOf: ReadonlyMap<number, number>,
): { pieces: CohortProblem["pieces"]; asked: AskedCohort["pieces"] } {
  const first = halfDayIndex(grid.office.from, "am");
  const away = [...members].flatMap((assistantId) =>
    positions.map((position) => {
      const index = first + position;
      const absence = { id: `course ${position}`, first: index, last: index, window: null };
      return { assistantId, absence };
    }),
  );
  const without = { ...grid, ...gridOf(withAbsences(grid.office, away)) };
  const rows = new Map([...free].map(([id, row]) => [id, [...row]]));
  const { problem, slotIndexes, parts } = problemOf(without, poolId, rows);
  const pieces: CohortProblem["pieces"] = [];
  const asked: AskedCohort["pieces"] = new Map();
  for (const episode of problem.episodes)
    for (const [offset, minutes] of episode.minutes.entries()) {
      const index = slotIndexes[episode.from + offset] ?? 0;
      const slot = slotOf.get(index - first);
      if (slot === undefined || minutes === 0) continue;
      const own = serversOf(grid, episode.executiveId, index - first);
      if (own.length === 0 || !own.every((id) => members.has(id))) continue;
      const id = `${episode.id} ${slot}`;
      const candidates = episode.candidates
        .filter((one) => !own.includes(one.assistantId))
        .map((one) => ({ id: one.assistantId, cost: Math.round(one.misfit / 10) }));
      pieces.push({ id, slot, minutes, own, candidates });
      const dutyIds = parts?.[episode.id]?.dutyIds ?? [];
      asked.set(id, { executiveId: episode.executiveId, at: halfDayAt(index), dutyIds });
    }
  return { pieces, asked };
}

/** Who serves an executive in a half-day as it stands: their own who are there, and covers. */
function serversOf({ rows }: Grid, executiveId: string, position: number): string[] {
  const state = rows.get(executiveId)?.[position];
  if (!state || state.status === "not_needed") return [];
  if (state.status === "own") return [state.assistantId];
  const covers = piecesIn(state).flatMap(({ cover }) => cover?.assistantId ?? []);
  return [...new Set([...ownIn(state).map((share) => share.assistantId), ...covers])];
}

/** The cover of a piece as a choice to book. */
export function bookedCoverOf(
  {
    executiveId,
    at: { on, part },
    dutyIds,
  }: { executiveId: string; at: HalfDay; dutyIds: readonly string[] },
  assistantId: string,
): CoverChoice {
  const days = { from: on, fromPart: part, to: on, toPart: part };
  return { executiveId, assistantId, ...days, ...(dutyIds.length > 0 && { dutyIds: [...dutyIds] }) };
}
