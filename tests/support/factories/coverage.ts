import type { DatedHours } from "@/lib/assistants/rules";
import type {
  Office,
  OfficeAssistant,
  OfficeDuty,
  OfficeExecutive,
  OfficeSupport,
} from "@/lib/coverage/office/rules";
import type { CoverRecord } from "@/lib/covers/rules";
import { day } from "@/lib/time/day";
import { type DayPart, halfDayIndex } from "@/lib/time/half-day";

const MONDAY = day("2026-08-17");
const SUNDAY = day("2026-08-23");

/** Hours on some weekdays, eight to five unless told otherwise. */
export function makeHours(
  weekdays = [1, 2, 3, 4, 5],
  startsAtMinute = 480,
  endsAtMinute = 1020,
): DatedHours[] {
  return weekdays.map((weekday) => ({
    weekday,
    startsAtMinute,
    endsAtMinute,
    validFrom: day("2000-01-01"),
    validTo: null,
  }));
}

/** An assistant of the pool "north" who works full weeks and knows the calendar. */
export function makeAssistant(id: string, overrides: Partial<OfficeAssistant> = {}): OfficeAssistant {
  return {
    id,
    userId: `user of ${id}`,
    name: id,
    poolId: "north",
    site: "HQ",
    hiredOn: null,
    leavesOn: null,
    hours: makeHours(),
    skills: new Map([["calendar", 4]]),
    languages: new Map(),
    absences: [],
    ...overrides,
  };
}

/** An executive of the pool "north" with two hours of calendar a day and no own assistant. */
export function makeExecutive(id: string, overrides: Partial<OfficeExecutive> = {}): OfficeExecutive {
  return {
    id,
    userId: `user of ${id}`,
    name: id,
    title: "",
    department: "",
    poolId: "north",
    tier: 1,
    site: "HQ",
    onsite: false,
    leavesOn: null,
    hours: makeHours(),
    duties: [makeDuty()],
    languages: new Map(),
    supports: [],
    ...overrides,
  };
}

export function makeDuty(overrides: Partial<OfficeDuty> = {}): OfficeDuty {
  return { dutyId: "calendar", minutesPerDay: 120, minProficiency: 3, coverLevel: "full", ...overrides };
}

/** A primary assistant from the beginning of the year until further notice. */
export function makeSupport(assistantId: string, overrides: Partial<OfficeSupport> = {}): OfficeSupport {
  return {
    assistantId,
    role: "primary",
    rank: 1,
    dutyIds: [],
    from: day("2026-01-01"),
    to: null,
    ...overrides,
  };
}

/** Half-day indexes of a stretch, as in absences and covers. */
export function makeStretch(from: string, fromPart: DayPart, to: string, toPart: DayPart) {
  return { first: halfDayIndex(day(from), fromPart), last: halfDayIndex(day(to), toPart) };
}

/** The absence "away" of whole days. */
export function makeAway(from: string, to = from, id = "away") {
  return { id, ...makeStretch(from, "am", to, "pm") };
}

export function makeOfficeCover(
  executiveId: string,
  assistantId: string,
  overrides: Partial<CoverRecord> = {},
): CoverRecord {
  return {
    id: `${assistantId} for ${executiveId}`,
    executiveId,
    assistantId,
    absenceId: null,
    planId: null,
    pinned: false,
    overrideReason: "",
    ...makeStretch(MONDAY, "am", "2026-08-21", "pm"),
    ...overrides,
  };
}

type OfficeParts = Partial<Omit<Office, "assistants" | "executives" | "covers">> & {
  assistants?: OfficeAssistant[];
  executives?: OfficeExecutive[];
  covers?: CoverRecord[];
};

/** An office in week 34 of 2026, Monday to Sunday, unless told otherwise. */
export function makeOffice({
  assistants = [],
  executives = [],
  covers = [],
  ...rest
}: OfficeParts = {}): Office {
  return {
    from: MONDAY,
    to: SUNDAY,
    daysOff: new Map(),
    restrictions: [],
    history: new Map(),
    formerly: new Set(),
    lending: new Map(),
    carried: new Map(),
    poolNames: new Map(),
    ...rest,
    assistants: new Map(assistants.map((assistant) => [assistant.id, assistant])),
    executives,
    covers: new Map(executives.map((e) => [e.id, covers.filter((cover) => cover.executiveId === e.id)])),
  };
}
