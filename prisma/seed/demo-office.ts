/** How the demo office writes its people down: what cannot be worked out from the rest. */
export type DemoExecutive = {
  name: string;
  title: string;
  department: string;
  tier: 1 | 2 | 3 | 4 | 5;
  duties: DutyMix;
  onsite?: boolean;
  /** Languages the cover must speak, as in the CSV files: "sv:C1;en". Default: the pool's own. */
  languages?: string;
  /** Who takes the executive when the own assistant is not at work, as a shared assistant. */
  sharedWith?: string;
  /** Who takes the executive over for good, when the own assistant leaves. */
  thenWith?: string;
  email?: string;
  /** Proficiency the executive asks for beyond its mix, by duty. */
  needs?: Record<string, number>;
};

export type DutyMix = "board" | "finance" | "legal" | "sales" | "people" | "research" | "operations";

export type DemoAssistant = {
  name: string;
  seniority: "junior" | "assistant" | "senior" | "lead";
  site: string;
  hours: DemoHours;
  languages: string;
  hiredWeeksAgo: number;
  /** Who had these executives before, when the person was hired less than a year ago. */
  after?: string;
  leavesInWeeks?: number;
  /** Share of the day their own executives take, in percent. */
  load: number;
  executives: DemoExecutive[];
  email?: string;
};

export type DemoHours = "early" | "office" | "late" | "mondayToThursday" | "wednesdayMorning" | "shortDays";

/** An absence in the six weeks shown: [who, leave type, from, to, status]; "2 Tue am" is the third week's Tuesday morning, "2 Tue 10:00" to "2 Tue 12:00" some hours of it. */
export type DemoAbsence = readonly [
  who: string,
  type: "vacation" | "sick" | "childcare" | "parental" | "training" | "other",
  from: string,
  to: string,
  status?: "requested",
];

export type DemoRestriction = { assistant: string; executive: string; kind: "hard" | "soft" };

export type DemoPromise = { week: number; executive: string; assistant: string; pinned: boolean };

/** An executive that two people cover together in a week, each some duties. */
export type DemoSharedCover = {
  week: number;
  executive: string;
  parts: { assistant: string; dutyIds: string[] }[];
};

export type DemoPool = {
  name: string;
  timeZone: string;
  holidayRegion: string;
  locale: "sv" | "en";
  languages: string;
  /** When its executives are supported. */
  supportHours: "office" | "late";
  assistants: DemoAssistant[];
  absences: DemoAbsence[];
  restrictions: DemoRestriction[];
  /** Covers that are agreed whatever else is: who takes which executive in a week of the six. */
  promised: readonly DemoPromise[];
  /** Executives that nobody can cover alone, and who shares them in a week of the six. */
  shared?: readonly DemoSharedCover[];
  /** Duties in which nobody but these people has the highest proficiency. */
  specialists?: Record<string, string[]>;
  /** Gaps left open in each of the six weeks, where there is enough to cover. */
  openGaps: readonly number[];
  /** First ISO week of the summer holidays, and how many weeks a person takes. */
  summer: { firstWeek: number; weeks: number };
};

/** An executive in one line. */
export function executive(
  name: string,
  title: string,
  department: string,
  tier: DemoExecutive["tier"],
  duties: DutyMix,
  languages?: string,
): DemoExecutive {
  return { name, title, department, tier, duties, ...(languages ? { languages } : {}) };
}
