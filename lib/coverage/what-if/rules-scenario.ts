import type {
  Office,
  OfficeAbsence,
  OfficeAssistant,
  OfficeDuty,
  OfficeExecutive,
  Staffing,
} from "@/lib/coverage/office/rules";
import type { PlanProblem } from "@/lib/coverage/planner/problem/problem";
import type { Assignment } from "@/lib/coverage/planner/result/plan-result";
import { extentOf } from "@/lib/coverage/plans/rules-planned-slots";
import type { PoolProblem } from "@/lib/coverage/plans/rules-problem";
import type { CoverRecord } from "@/lib/covers/rules";
import { cutCover, cutHalfDays } from "@/lib/covers/rules-cuts";
import { addDays, type Day, earlierDay, weekdayOf } from "@/lib/time/day";
import { halfDayAt } from "@/lib/time/half-day";

/** An assistant and a time they are not there. */
export type AwayPerson = { assistantId: string; absence: OfficeAbsence };

/** The office as it would be were these absences approved; covers the absent hold meanwhile lapse by themselves. */
export function withAbsences<O extends Staffing>(office: O, away: readonly AwayPerson[]): O {
  const assistants = new Map(office.assistants);
  for (const { assistantId, absence } of away) {
    const assistant = assistants.get(assistantId);
    if (!assistant) continue;
    const absences = [...assistant.absences.filter((other) => other.id !== absence.id), absence];
    assistants.set(assistantId, { ...assistant, absences });
  }
  return { ...office, assistants };
}

/** The office as it would be had an assistant not this absence. */
export function withoutAbsence<O extends Staffing>(office: O, assistantId: string, absenceId: string): O {
  const assistant = office.assistants.get(assistantId);
  if (!assistant) return office;
  const absences = assistant.absences.filter((one) => one.id !== absenceId);
  return { ...office, assistants: new Map(office.assistants).set(assistantId, { ...assistant, absences }) };
}

/** The office when an assistant is gone from a day on; whom they support or cover then is without them. */
export function withResignation(office: Office, assistantId: string, from: Day): Office {
  const assistant = office.assistants.get(assistantId);
  if (!assistant) return office;
  const last = addDays(from, -1);
  const leavesOn = assistant.leavesOn ? earlierDay(assistant.leavesOn, last) : last;
  const assistants = new Map(office.assistants).set(assistantId, { ...assistant, leavesOn });
  return { ...office, assistants };
}

/** An executive who is not there yet. */
export type NewExecutive = {
  id: string;
  name: string;
  /** Whose hours, place, languages and duties are taken over. */
  like: OfficeExecutive;
  /** From when they need support; from the first day looked at when not said. */
  from?: Day;
  tier?: number;
  duties?: OfficeDuty[];
  primaryId?: string;
};

/** The office with one executive more, who needs support like another one; without a primary nobody is their own. */
export function withNewExecutive(office: Office, { id, name, like, ...given }: NewExecutive): Office {
  const joinsOn = given.from ?? office.from;
  const supports: OfficeExecutive["supports"] = given.primaryId
    ? [{ assistantId: given.primaryId, role: "primary", rank: 1, dutyIds: [], from: joinsOn, to: null }]
    : [];
  const tier = given.tier ?? like.tier;
  const duties = given.duties ?? like.duties;
  const executive = {
    ...like,
    id,
    userId: id,
    name,
    title: "",
    department: "",
    joinsOn,
    leavesOn: null,
    tier,
    duties,
    supports,
  };
  const covers = new Map(office.covers).set(id, []);
  return { ...office, executives: [...office.executives, executive], covers };
}

/** An assistant who is not there yet, like one who is. */
export type NewAssistant = { id: string; name: string; like: OfficeAssistant; from?: Day };

/** The office with one assistant more, who works and knows the same as another one and supports nobody yet. */
export function withNewAssistant(office: Office, { id, name, like, from }: NewAssistant): Office {
  const hiredOn = from ?? null;
  const assistant = { ...like, id, userId: id, name, hiredOn, leavesOn: null, absences: [] };
  return { ...office, assistants: new Map(office.assistants).set(id, assistant) };
}

/** The office when somebody holds a higher level in a duty; a level that is as high already stays. */
export function withSkill(
  office: Office,
  { assistantId, dutyId, level }: { assistantId: string; dutyId: string; level: number },
): Office {
  const assistant = office.assistants.get(assistantId);
  if (!assistant || (assistant.skills.get(dutyId) ?? 0) >= level) return office;
  const skills = new Map(assistant.skills).set(dutyId, level);
  return { ...office, assistants: new Map(office.assistants).set(assistantId, { ...assistant, skills }) };
}

/** The office when a pool lends its people to another: they may cover there with what time their own executives leave. */
export function withLoan(office: Office, lenderId: string, borrowerId: string): Office {
  const lenders = new Set(office.lending.get(borrowerId)).add(lenderId);
  return { ...office, lending: new Map(office.lending).set(borrowerId, lenders) };
}

/** The office when nobody covers on a weekday: covers that stand there end, own assistants go on. */
export function withoutCoversOn(office: Office, weekday: number): Office {
  const covers = new Map<string, CoverRecord[]>();
  for (const [id, standing] of office.covers) {
    const kept = standing.flatMap((cover) => {
      const cut = cutHalfDays(cover, indexesOn(cover, weekday));
      return cut ? cut.kept.map((stretch) => ({ ...cover, ...stretch })) : [cover];
    });
    covers.set(id, kept);
  }
  return { ...office, covers };
}

function indexesOn({ first, last }: { first: number; last: number }, weekday: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, i) => first + i).filter(
    (index) => weekdayOf(halfDayAt(index).on) === weekday,
  );
}

/** A problem in which nobody can cover on some weekdays. */
export function closeWeekdays(stored: PoolProblem, weekdays: readonly number[]): PoolProblem {
  const { problem, slotIndexes } = stored;
  const isClosed = slotIndexes.map((index) => weekdays.includes(weekdayOf(halfDayAt(index).on)));
  if (!isClosed.includes(true)) return stored;
  const assistants = problem.assistants.map((one) => ({
    ...one,
    capacity: one.capacity.map((minutes, slot) => (isClosed[slot] ? 0 : minutes)),
  }));
  const isOpen = ({ slot }: { slot: number }) => !isClosed[slot];
  const [pinned, prior] = [problem.pinned.filter(isOpen), problem.prior.filter(isOpen)];
  return { ...stored, problem: { ...problem, assistants, pinned, prior } };
}

/** The office with a plan's covers in force: they take the place of what stood where the plan was free to choose. */
export function withPlan(office: Office, stored: PoolProblem, assignments: readonly Assignment[]): Office {
  const { problem, slotIndexes } = stored;
  const covers = new Map([...office.covers].map(([id, standing]) => [id, [...standing]]));
  const dutiesOf = new Map(office.executives.map((one) => [one.id, one.duties.map((duty) => duty.dutyId)]));
  const asked = [...problem.prior, ...problem.pinned];
  for (const { id, executiveId } of problem.episodes) {
    const holes = asked
      .filter((one) => one.episodeId === id)
      .map(({ slot }) => ({ ...halfDayOf(slot), ...extentOf(stored, id, slot) }));
    const standing = (covers.get(executiveId) ?? []).flatMap((cover) => {
      const cut = cutCover(cover, holes, dutiesOf.get(executiveId) ?? []);
      return cut ? cut.kept.map((kept) => ({ ...cover, ...kept })) : [cover];
    });
    covers.set(executiveId, standing);
  }
  for (const episode of problem.episodes) {
    const planned = assignments
      .filter((one) => one.episodeId === episode.id)
      .flatMap((one) => plannedCovers(stored, episode, one));
    covers.set(episode.executiveId, [...planned, ...(covers.get(episode.executiveId) ?? [])]);
  }
  return { ...office, covers };

  function halfDayOf(slot: number) {
    const index = slotIndexes[slot] ?? 0;
    return { first: index, last: index };
  }
}

function plannedCovers(
  stored: PoolProblem,
  episode: Episode,
  { from, to, assistantId }: Assignment,
): CoverRecord[] {
  return Array.from({ length: to - from }, (_, i) => from + i)
    .filter((slot) => (episode.minutes[slot - episode.from] ?? 0) > 0)
    .map((slot) => ({
      ...extentOf(stored, episode.id, slot),
      id: `${episode.id} ${slot}`,
      executiveId: episode.executiveId,
      assistantId,
      absenceId: null,
      planId: null,
      pinned: false,
      overrideReason: "",
      first: stored.slotIndexes[slot] ?? 0,
      last: stored.slotIndexes[slot] ?? 0,
    }));
}

type Episode = PlanProblem["episodes"][number];

/** A problem of some episodes only: what stands elsewhere stays, and its minutes are taken from those who carry it. */
export function narrowProblem(
  { problem, slotIndexes, parts }: PoolProblem,
  isKept: (episode: Episode) => boolean,
): PoolProblem {
  const kept = new Set(problem.episodes.filter(isKept).map((episode) => episode.id));
  const episodes = new Map(problem.episodes.map((episode) => [episode.id, episode]));
  const capacity = new Map(problem.assistants.map(({ id, capacity }) => [id, [...capacity]]));
  for (const { episodeId, slot, assistantId } of [...problem.pinned, ...problem.prior]) {
    const episode = episodes.get(episodeId);
    const row = capacity.get(assistantId);
    if (!episode || !row || kept.has(episodeId)) continue;
    row[slot] = Math.max(0, (row[slot] ?? 0) - minutesTaken(episode, assistantId, slot));
  }
  const keptParts = Object.entries(parts ?? {}).filter(([id]) => kept.has(id));
  return {
    slotIndexes,
    ...(keptParts.length > 0 ? { parts: Object.fromEntries(keptParts) } : {}),
    problem: {
      ...problem,
      assistants: problem.assistants.map((one) => ({
        ...one,
        capacity: capacity.get(one.id) ?? one.capacity,
      })),
      episodes: problem.episodes.filter((episode) => kept.has(episode.id)),
      pinned: problem.pinned.filter((one) => kept.has(one.episodeId)),
      prior: problem.prior.filter((one) => kept.has(one.episodeId)),
    },
  };
}

function minutesTaken(episode: Episode, assistantId: string, slot: number): number {
  const candidate = episode.candidates.find((one) => one.assistantId === assistantId);
  return (candidate?.minutes ?? episode.minutes)[slot - episode.from] ?? 0;
}
