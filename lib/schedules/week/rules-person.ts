import type { SchedulePolicyRules } from "@/lib/schedules/setup/rules";
import type { Wish } from "@/lib/schedules/wishes/rules";
import type { Day } from "@/lib/time/day";
import type { Hours } from "@/lib/time/hours";
import { hoursOfStretchOn, type Stretch } from "@/lib/time/stretch";

/** What of a person decides which shifts are lawful. */
export type RosterPerson = {
  id: string;
  hiredOn: Day | null;
  leavesOn: Day | null;
  skills: ReadonlyMap<string, number>;
  absences: readonly (Stretch & { isApproved: boolean })[];
  wishes: readonly Wish[];
  /** Minutes of contract in the week looked at. */
  contractMinutes: number;
};

/** What of a pool decides it. */
export type RosterRules = {
  policy: SchedulePolicyRules;
  timeZone: string;
  daysOff: ReadonlyMap<Day, string>;
  roles: ReadonlyMap<string, { dutyId: string | null; minProficiency: number }>;
};

/** The hours of a day that somebody's approved absences take. */
export function hoursAway(person: Pick<RosterPerson, "absences">, on: Day): Hours[] {
  return person.absences.flatMap((absence) =>
    absence.isApproved ? (hoursOfStretchOn(absence, on) ?? []) : [],
  );
}

/** The first piece of work for which somebody's skill is below its role's, with both levels; null where all are enough. */
export function lackingSkill(
  { skills }: Pick<RosterPerson, "skills">,
  work: readonly { roleId: string }[],
  roles: RosterRules["roles"],
): { roleId: string; is: number; limit: number } | null {
  for (const { roleId } of work) {
    const role = roles.get(roleId);
    if (!role?.dutyId) continue;
    const level = skills.get(role.dutyId) ?? 0;
    if (level < role.minProficiency) return { roleId, is: level, limit: role.minProficiency };
  }
  return null;
}

/** True on a day on which somebody is employed. */
export function isEmployed({ hiredOn, leavesOn }: RosterPerson, on: Day): boolean {
  return !((hiredOn && on < hiredOn) || (leavesOn && on > leavesOn));
}
