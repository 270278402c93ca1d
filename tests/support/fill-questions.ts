import type { FillQuestion } from "@/lib/schedules/fills/rules-stating";
import type { DemandWindow } from "@/lib/schedules/week/rules-demand";
import type { Roster, RosterMember } from "@/lib/schedules/week/rules-roster";
import { addDays, type Day, day } from "@/lib/time/day";
import { isoWeekOf } from "@/lib/time/iso-week";
import { makeRosterPerson, makeRosterRules, PHONES, SUPPORT } from "./factories/schedules";

const OFFICE_HOURS = { startMinute: 480, endMinute: 1_020 };

/** Somebody of a pool who works Monday to Friday, 08–17, and may answer phones. */
export function makeMember(monday: Day, overrides: Partial<RosterMember> = {}): RosterMember {
  const usualHours = new Map([0, 1, 2, 3, 4].map((after) => [addDays(monday, after), OFFICE_HOURS]));
  return {
    ...makeRosterPerson({ skills: new Map([["calendar", 5]]) }),
    ...{ userId: "u", name: "Ana", ftePercent: 100, site: "", usualHours },
    ...overrides,
  };
}

/** How many the phones need in some hours of Mondays, or of another weekday. */
export function makeNeed(overrides: Partial<DemandWindow> = {}): DemandWindow {
  return {
    ...{ roleId: PHONES, weekday: 1, on: null, startMinute: 540, endMinute: 720, headcount: 1 },
    ...{ validFrom: day("2000-01-01"), validTo: null },
    ...overrides,
  };
}

/** A week of a pool of one person whose phones need somebody on Monday, 09–12. */
export function makeRoster(monday: Day, overrides: Partial<Roster> = {}): Roster {
  const role = { dutyId: null, minProficiency: 1, isUnloved: false, isRetired: false, version: 1 };
  const support = { ...role, id: SUPPORT, nameEn: "Support", nameSv: "Stöd", isWithExecutives: true };
  const phones = { ...role, id: PHONES, nameEn: "Phones", nameSv: "Telefon", isWithExecutives: false };
  return {
    pool: { id: "pool", name: "Stockholm", timeZone: "Europe/Stockholm" },
    week: isoWeekOf(monday),
    monday,
    version: 1,
    people: [makeMember(monday)],
    shifts: [],
    overrides: [],
    roles: [support, { ...phones, dutyId: "calendar" }],
    demand: [makeNeed()],
    rules: makeRosterRules(),
    ...overrides,
  };
}

/** Whole weeks to be filled. */
export function makeFillQuestion(weeks: readonly Roster[]): FillQuestion {
  return {
    weeks,
    from: weeks[0]?.monday as Day,
    to: addDays(weeks.at(-1)?.monday as Day, 6),
    templates: [],
    turns: { counts: new Map<string, number>(), presence: new Map<string, number>() },
    roleIds: null,
  };
}
