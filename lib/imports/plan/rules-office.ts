import type { CefrLevel, Seniority } from "@/lib/assistants/schema";
import type { CoverLevel } from "@/lib/executives/schema";
import type { SupportRole } from "@/lib/support/schema";
import type { Day } from "@/lib/time/day";
import type { WeekdayHours } from "@/lib/time/half-day";
import type { Stretch } from "@/lib/time/stretch";

export type Spoken = { language: string; level: CefrLevel };
export type NeededLanguage = { language: string; level: CefrLevel | null };
export type Skill = { dutyId: string; proficiency: number };
export type DutyNeed = {
  dutyId: string;
  minutesPerDay: number;
  minProficiency: number;
  coverLevel: CoverLevel;
};

/** An assistant's record as far as a file can say it; `hours` are today's. */
export type AssistantRecord = {
  pool: string;
  site: string;
  phone: string;
  seniority: Seniority;
  ftePercent: number;
  hiredOn: Day | null;
  leavesOn: Day | null;
  hours: WeekdayHours[];
  skills: Skill[];
  languages: Spoken[];
};

/** An executive's record as far as a file can say it. */
export type ExecutiveRecord = {
  pool: string;
  title: string;
  department: string;
  tier: number;
  site: string;
  phone: string;
  onsite: boolean;
  leavesOn: Day | null;
  duties: DutyNeed[];
  languages: NeededLanguage[];
};

/** A record of the office, the version it was read at, and whether whoever imports leads its pool. */
export type Known<T> = { id: string; version: number; isManaged: boolean; record: T };

export type KnownPerson = {
  userId: string;
  email: string;
  name: string;
  isDisabled: boolean;
  canRename: boolean;
  assistant: Known<AssistantRecord> | null;
  executive: Known<ExecutiveRecord> | null;
};

export type KnownSupport = {
  id: string;
  version: number;
  executiveEmail: string;
  assistantEmail: string;
  assistantName: string;
  role: SupportRole;
  rank: number;
  dutyIds: readonly string[];
  from: Day;
  to: Day | null;
};

/** A pair that is not to work together, to the end of a day or for good. */
export type KnownKeptApart = { executiveEmail: string; assistantEmail: string; until: Day | null };

/** An absence that is requested or approved, in one of the states of that. */
export type KnownAbsence = Stretch & {
  id: string;
  version: number;
  assistantEmail: string;
  type: string;
  status: "requested" | "provisionally_approved" | "approved" | "cancellation_requested";
};

export type KnownPool = { id: string; name: string; isManaged: boolean };
export type KnownDuty = { id: string; nameEn: string; nameSv: string };

/** A type of absence; what is reported rather than requested starts approved. */
export type KnownLeaveType = { id: string; nameEn: string; nameSv: string; isReported: boolean };

/** A person who is in one of the manager's pools today, whether a file names them or not. */
export type KnownMember = {
  file: "assistants" | "executives";
  name: string;
  email: string;
  pool: string;
  site: string;
};

/** What the office knows of the people the files name, and who is there beside them. */
export type KnownOffice = {
  pools: readonly KnownPool[];
  duties: readonly KnownDuty[];
  leaveTypes: readonly KnownLeaveType[];
  people: ReadonlyMap<string, KnownPerson>;
  members: readonly KnownMember[];
  support: readonly KnownSupport[];
  keptApart: readonly KnownKeptApart[];
  absences: readonly KnownAbsence[];
};
