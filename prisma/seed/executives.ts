import type { WeekdayHours } from "@/lib/time/half-day";
import { minutesInPart } from "@/lib/time/hours";
import type { DemoAssistant, DemoExecutive, DemoHours, DutyMix } from "./demo-office";

type Share = [
  dutyId: string,
  percent: number,
  proficiency: number,
  level: "full" | "core" | "monitor" | "defer",
];

const MIXES: Record<DutyMix, Share[]> = {
  board: [
    ["calendar", 30, 4, "full"],
    ["meetings", 22, 4, "core"],
    ["travel", 14, 3, "core"],
    ["correspondence", 14, 3, "core"],
    ["phones", 12, 3, "full"],
    ["expenses", 8, 2, "defer"],
  ],
  finance: [
    ["calendar", 28, 3, "full"],
    ["expenses", 22, 3, "defer"],
    ["meetings", 20, 3, "core"],
    ["correspondence", 15, 3, "core"],
    ["phones", 15, 2, "full"],
  ],
  legal: [
    ["correspondence", 30, 4, "core"],
    ["calendar", 22, 3, "full"],
    ["meetings", 18, 3, "core"],
    ["messages", 12, 2, "monitor"],
    ["research", 10, 3, "defer"],
    ["phones", 8, 2, "full"],
  ],
  sales: [
    ["sales_support", 28, 3, "core"],
    ["calendar", 22, 3, "full"],
    ["travel", 20, 3, "full"],
    ["messages", 15, 2, "core"],
    ["expenses", 15, 2, "defer"],
  ],
  people: [
    ["prescreening", 25, 3, "defer"],
    ["calendar", 27, 3, "full"],
    ["meetings", 16, 3, "core"],
    ["messages", 18, 2, "core"],
    ["expenses", 14, 2, "defer"],
  ],
  research: [
    ["research", 28, 3, "monitor"],
    ["calendar", 22, 3, "full"],
    ["meetings", 20, 3, "core"],
    ["travel", 15, 3, "core"],
    ["messages", 15, 2, "monitor"],
  ],
  operations: [
    ["calendar", 27, 2, "full"],
    ["phones", 18, 2, "full"],
    ["messages", 20, 2, "core"],
    ["reception", 18, 2, "monitor"],
    ["travel", 17, 2, "core"],
  ],
};

const EVERY_DAY = [1, 2, 3, 4, 5];
const hoursOn = (weekdays: number[], from: number, to: number): WeekdayHours[] =>
  weekdays.map((weekday) => ({ weekday, startsAtMinute: from * 60, endsAtMinute: to * 60 }));

/** The week of each kind of hours. */
export const WEEKS: Record<DemoHours, { ftePercent: number; week: WeekdayHours[] }> = {
  early: { ftePercent: 100, week: hoursOn(EVERY_DAY, 7.5, 16.5) },
  office: { ftePercent: 100, week: hoursOn(EVERY_DAY, 8, 17) },
  late: { ftePercent: 100, week: hoursOn(EVERY_DAY, 8.5, 17.5) },
  mondayToThursday: { ftePercent: 80, week: hoursOn([1, 2, 3, 4], 8, 17) },
  wednesdayMorning: { ftePercent: 90, week: [...hoursOn([1, 2, 4, 5], 8, 17), ...hoursOn([3], 8, 12)] },
  shortDays: { ftePercent: 80, week: hoursOn(EVERY_DAY, 8, 15.5) },
};

export type Requirement = {
  dutyId: string;
  minutesPerDay: number;
  minProficiency: number;
  coverLevel: Share[3];
};

/** What each executive asks of its assistant, so that all executives together take the assistant's load of an ordinary day. */
export function requirementsOf(assistant: DemoAssistant): Map<DemoExecutive, Requirement[]> {
  const [day] = WEEKS[assistant.hours].week;
  const minutes = day ? minutesInPart(day, "am") + minutesInPart(day, "pm") : 0;
  const weights = assistant.executives.map((executive) => 6 + executive.tier);
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  return new Map(
    assistant.executives.map((executive, i) => {
      const own = (minutes * assistant.load * (weights[i] ?? 0)) / (100 * all);
      return [executive, MIXES[executive.duties].map((share) => requirementOf(share, own, executive))];
    }),
  );
}

function requirementOf(
  [dutyId, percent, proficiency, level]: Share,
  own: number,
  { tier, needs }: DemoExecutive,
): Requirement {
  return {
    dutyId,
    minutesPerDay: Math.max(5, 5 * Math.round((own * percent) / 500)),
    minProficiency: needs?.[dutyId] ?? Math.max(1, tier <= 2 ? proficiency - 1 : proficiency),
    coverLevel: level,
  };
}
