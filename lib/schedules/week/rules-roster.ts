import type { WorkRoleView } from "@/lib/schedules/setup/schema";
import type { Day } from "@/lib/time/day";
import type { Hours } from "@/lib/time/hours";
import type { IsoWeek } from "@/lib/time/iso-week";
import type { PlannedShift } from "./rules";
import type { DemandWindow } from "./rules-demand";
import { findingsOf } from "./rules-findings";
import type { Finding, GivenOverride } from "./rules-findings-kinds";
import type { RosterPerson, RosterRules } from "./rules-person";

/** A person of a pool as the schedule knows them. */
export type RosterMember = RosterPerson & {
  userId: string;
  name: string;
  ftePercent: number;
  site: string;
  /** Their hours of the week by the pattern, on the days that have some. */
  usualHours: ReadonlyMap<Day, Hours>;
};

/** A pool's week as it is planned: all that findings, figures, copying and publishing ask. */
export type Roster = {
  pool: { id: string; name: string; timeZone: string };
  week: IsoWeek;
  monday: Day;
  version: number;
  people: RosterMember[];
  /** Of the week and of some days around it. */
  shifts: PlannedShift[];
  overrides: GivenOverride[];
  roles: WorkRoleView[];
  demand: DemandWindow[];
  rules: RosterRules;
};

/** What is found of one person's shifts in the week of a roster. */
export function findingsIn(
  roster: Roster,
  person: RosterMember,
  planned: readonly PlannedShift[],
): Finding[] {
  return findingsOf(person, planned, roster.monday, roster.rules, roster.overrides);
}
