import { hoursAtWork } from "@/lib/schedules/week/rules";
import { hoursAway, isEmployed, lackingSkill } from "@/lib/schedules/week/rules-person";
import type { Roster, RosterMember } from "@/lib/schedules/week/rules-roster";
import { wishesOn } from "@/lib/schedules/wishes/rules";
import { daysBetween } from "@/lib/time/day";
import { isWithin, minutesOf, sharedHours } from "@/lib/time/hours";
import { hoursOfStretchOn } from "@/lib/time/stretch";
import { type Shape, shapesOf } from "./rules-shapes";
import { type OptionDocument, type Stating, shiftOfShape } from "./rules-stating";

const COSTS = { usual: 10, gladly: 0, ratherNot: 200, leaveAsked: 100 };

/** The shifts that a person could be given in a week, on days that are asked for and not taken yet. */
export function optionsIn(
  stating: Stating,
  week: Roster,
  person: RosterMember,
  taken: ReadonlySet<number>,
): OptionDocument[] {
  const { question, first, needs, tried } = stating;
  const withExecutives = week.rules.policy.replacesPattern
    ? (week.roles.find((role) => role.isWithExecutives && !role.isRetired)?.id ?? null)
    : null;
  const isAble = (work: readonly { roleId: string }[]) => !lackingSkill(person, work, week.rules.roles);
  const usable = question.templates.flatMap(({ work }, place) => (isAble(work) ? [place] : []));
  const templates = question.templates.filter((_, place) => usable.includes(place));
  return [...person.usualHours].flatMap(([on, usual]) => {
    const isAsked = on >= question.from && on <= question.to && isEmployed(person, on);
    if (!isAsked || taken.has(daysBetween(first.monday, on))) return [];
    const own = (needs.get(on) ?? []).filter((need) => isAble([need]));
    const key = JSON.stringify([
      on,
      usual,
      own.map(({ roleId }) => roleId),
      templates.length,
      withExecutives,
    ]);
    const shapes = tried.get(key) ?? shapesOf({ on, usual, needs: own, templates, withExecutives });
    tried.set(key, shapes);
    return optionsOf(stating, week, person, shapes);
  });
}

/** Those of some shapes that a person may work, with what each costs them. */
export function optionsOf(
  stating: Stating,
  week: Roster,
  person: RosterMember,
  shapes: readonly Shape[],
): OptionDocument[] {
  return shapes
    .filter((shape) => mayWork(shape, person, week))
    .map((shape) => ({ shift: shiftOfShape(stating, shape).id, cost: costOf(shape, person) }));
}

/** True for a shape that lies in no absence and no hours somebody can't work, and is no longer than a day may be. */
export function mayWork(shape: Shape, person: RosterMember, { rules: { policy } }: Roster): boolean {
  const isOut = wishesOn(person.wishes, shape.on).some(
    (wish) => wish.kind === "unavailable" && sharedHours(wish, shape),
  );
  const isAway = hoursAway(person, shape.on).some((hours) => sharedHours(hours, shape));
  const minutes = minutesOf(hoursAtWork(shape));
  return (
    !isOut &&
    !isAway &&
    minutes <= policy.dayMinutes &&
    shape.endMinute - shape.startMinute <= policy.daySpanMinutes
  );
}

function costOf(shape: Shape, person: RosterMember): number {
  const wishes = wishesOn(person.wishes, shape.on).filter((wish) => sharedHours(wish, shape));
  const asked = person.absences.some((absence) => {
    const hours = absence.isApproved ? null : hoursOfStretchOn(absence, shape.on);
    return hours && sharedHours(hours, shape);
  });
  const isGlad = wishes.some((wish) => wish.kind === "gladly" && isWithin(shape, wish));
  const own = wishes.some(({ kind }) => kind === "rather_not")
    ? COSTS.ratherNot
    : isGlad
      ? COSTS.gladly
      : COSTS.usual;
  return own + (asked ? COSTS.leaveAsked : 0);
}
