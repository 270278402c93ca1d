import { groupedBy } from "@/lib/groups";
import type { RosterProblem } from "@/lib/schedules/roster/problem/problem";
import { recount } from "@/lib/schedules/roster/result/recount";
import type { RosterResult, Unmet } from "@/lib/schedules/roster/result/roster-result";
import { minutesOfShift, plannedShifts } from "@/lib/schedules/week/rules";
import { hoursAway, isEmployed, lackingSkill } from "@/lib/schedules/week/rules-person";
import type { Roster, RosterMember } from "@/lib/schedules/week/rules-roster";
import { wishesOn } from "@/lib/schedules/wishes/rules";
import type { Day } from "@/lib/time/day";
import { type Hours, sharedHours } from "@/lib/time/hours";
import { isoWeekOf } from "@/lib/time/iso-week";
import { KEPT, looseKey } from "./rules-planned";
import type { FillDocument } from "./rules-problem";
import type { Shape } from "./rules-shapes";
import type { FillQuestion } from "./rules-stating";
import type { FillResultView, HoleReason, HoleView } from "./schema";

const MOST_NAMED = 3;

/** A shift that somebody is to be given. */
type ProposedShift = Shape & { assistantId: string; replacesId: string | null };

/** What an answer of the optimiser means for a week: shifts to draft, where people are missing, and why. */
export function fillResult(
  question: FillQuestion,
  { shapes, windows, loose }: FillDocument,
  problem: RosterProblem,
  result: RosterResult,
): FillResultView {
  const shifts = result.assignments.flatMap(({ personId, shift }): ProposedShift[] => {
    const shape = shapes.get(shift);
    if (!shape) return [];
    const replacesId = loose.get(looseKey(personId, shape.on))?.id ?? null;
    return [{ assistantId: personId, ...shape, replacesId }];
  });
  const kept = recount(problem, problem.people.flatMap(keptShifts)).unmet;
  const isLeast = result.lowerBound?.unmet === result.score.unmet;
  return {
    shifts,
    holesBefore: kept.length,
    holes: result.unmet.flatMap((hole) => holeOf(question, windows, shifts, hole)),
    overContractMinutes: overContract(question, shifts),
    wishesBroken: shifts.filter((shift) => isAgainstWish(question, shift)).length,
    proof: result.status === "optimal" ? "optimal" : result.gap === null ? "heuristic" : "bounded",
    isFewestHoles: isLeast,
    gapPercent: result.gap === null ? null : Math.ceil(100 * result.gap),
    elapsedMs: result.elapsedMs,
  };
}

/** What somebody works already. */
function keptShifts({ id, options }: RosterProblem["people"][number]) {
  return options.filter(({ shift }) => shift.startsWith(KEPT)).map(({ shift }) => ({ personId: id, shift }));
}

function weekOf({ weeks }: FillQuestion, on: Day): Roster | undefined {
  return weeks.find(({ week }) => week === isoWeekOf(on));
}

function holeOf(
  question: FillQuestion,
  windows: FillDocument["windows"],
  shifts: readonly ProposedShift[],
  { demandId, from, to, missing }: Unmet,
): HoleView[] {
  const window = windows.get(demandId);
  const week = window && weekOf(question, window.on);
  if (!window || !week) return [];
  const startMinute = window.startMinute + from - window.elapsedFrom;
  const hole = { roleId: window.roleId, on: window.on, startMinute, endMinute: startMinute + to - from };
  const busy = withProposed(week, shifts).filter(({ on }) => on === hole.on);
  const reasons = groupedBy(
    week.people.map((person) => ({ id: person.id, reason: reasonOf(person, week, hole, busy) })),
    ({ reason }) => reason,
  );
  return [
    {
      ...hole,
      missing,
      reasons: [...reasons]
        .map(([reason, people]) => ({
          reason: reason as HoleReason,
          assistantIds: people.slice(0, MOST_NAMED).map(({ id }) => id),
          count: people.length,
        }))
        .sort((a, b) => a.count - b.count),
    },
  ];
}

type Hole = Hours & { roleId: string; on: Day };

function reasonOf(
  person: RosterMember,
  { rules }: Roster,
  hole: Hole,
  busy: readonly (Hours & { assistantId: string | null })[],
): HoleReason {
  if (lackingSkill(person, [hole], rules.roles)) return "skill";
  const usual = person.usualHours.get(hole.on);
  if (hoursAway(person, hole.on).some((hours) => sharedHours(hours, hole))) return "away";
  if (!usual || !sharedHours(usual, hole) || !isEmployed(person, hole.on)) return "not_working";
  const isOut = wishesOn(person.wishes, hole.on).some(
    (wish) => wish.kind === "unavailable" && sharedHours(wish, hole),
  );
  if (isOut) return "unavailable";
  return busy.some(({ assistantId }) => assistantId === person.id) ? "busy" : "rules";
}

/** The shifts of a week as they are once a fill is kept. */
function withProposed({ shifts }: Pick<Roster, "shifts">, proposed: readonly ProposedShift[]) {
  const replaced = new Set(proposed.map(({ replacesId }) => replacesId));
  return [...plannedShifts(shifts).filter(({ id }) => !replaced.has(id)), ...proposed];
}

function isAgainstWish(question: FillQuestion, shift: ProposedShift): boolean {
  const person = weekOf(question, shift.on)?.people.find(({ id }) => id === shift.assistantId);
  return (
    person !== undefined &&
    wishesOn(person.wishes, shift.on).some((wish) => wish.kind === "rather_not" && sharedHours(wish, shift))
  );
}

function overContract({ weeks }: FillQuestion, shifts: readonly ProposedShift[]): number {
  return weeks.reduce((sum, { week, people, shifts: planned }) => {
    const all = withProposed({ shifts: planned }, shifts).filter(({ on }) => isoWeekOf(on) === week);
    const byPerson = groupedBy(all, ({ assistantId }) => assistantId ?? "");
    return people.reduce((total, { id, contractMinutes }) => {
      const minutes = (byPerson.get(id) ?? []).reduce((part, shift) => part + minutesOfShift(shift), 0);
      return total + Math.max(0, minutes - contractMinutes);
    }, sum);
  }, 0);
}
